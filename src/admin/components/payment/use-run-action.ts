import { toast, usePrompt } from "@medusajs/ui"
import { order } from "../../i18n/en/order"
import { formatMoney } from "../../lib/format"
import { isNameOf } from "../../lib/is-name-of"
import type { AdminPayment, PaymentAction } from "../../../http-types"
import { usePaymentAction } from "../../lib/use-payments"
import { useWords } from "../../lib/use-words"
import { unsentOf } from "./unsent"

/** Runs an action: asks first where it cannot be undone, and says afterwards how it ended. */
export function useRunAction(payment: AdminPayment) {
  const { say, language } = useWords()
  const prompt = usePrompt()
  const { mutate, isPending } = usePaymentAction(payment.id)
  const left = payment.effective_amount ?? payment.amount

  const isLast = async () =>
    await prompt({
      title: say("order.incomplete.title"),
      description: say("order.incomplete.text", { items: unsentOf(payment) }),
      confirmText: say("order.incomplete.yes"),
      cancelText: say("common.cancel"),
      variant: "confirmation",
    })
  const isWanted = async (action: PaymentAction) => {
    if (!isNameOf(order.confirm, action)) return true
    const amount = formatMoney(left, payment, language)
    return await prompt({
      title: say(`order.confirm.${action}.title`, { amount }),
      description: say(`order.confirm.${action}.text`),
      confirmText: say(`order.confirm.${action}.yes`),
      cancelText: say("common.cancel"),
      variant: action === "complete" || action === "keep" ? "confirmation" : "danger",
    })
  }
  const run = async (action: PaymentAction) => {
    const completes = action === "report_delivery" && isIncomplete(payment)
    if (!(await (completes ? isLast() : isWanted(action)))) return
    mutate(completes ? { action, is_complete: true } : { action }, {
      onSuccess: () => toast.success(say(`order.done.${action}`)),
      onError: ({ message }) =>
        toast.error(say(`order.actions.${action}`), { description: message }),
    })
  }
  return { run: (action: PaymentAction) => void run(action), isBusy: isPending }
}

/** Nothing but the rest is missing; what was refused is repeated first. */
function isIncomplete({ unsent, warnings }: AdminPayment): boolean {
  return unsent.length > 0 && !warnings.some(({ code }) => code === "delivery_not_reported")
}
