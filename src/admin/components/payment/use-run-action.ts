import { toast, usePrompt } from "@medusajs/ui"
import { order } from "../../i18n/en/order"
import { formatMoney } from "../../lib/format"
import { isNameOf } from "../../lib/is-name-of"
import type { AdminPayment, PaymentAction } from "../../../http-types"
import { usePaymentAction } from "../../lib/use-payments"
import { useWords } from "../../lib/use-words"

/** Runs an action: asks first where it cannot be undone, and says afterwards how it ended. */
export function useRunAction(payment: AdminPayment) {
  const { say, language } = useWords()
  const prompt = usePrompt()
  const { mutate, isPending } = usePaymentAction(payment.id)
  const left = payment.effective_amount ?? payment.amount

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
    if (!(await isWanted(action))) return
    mutate(action, {
      onSuccess: () => toast.success(say(`order.done.${action}`)),
      onError: ({ message }) =>
        toast.error(say(`order.actions.${action}`), { description: message }),
    })
  }
  return { run: (action: PaymentAction) => void run(action), isBusy: isPending }
}
