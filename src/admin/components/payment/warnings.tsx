import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { AdminPayment, PaymentAction, WarningCode } from "../../../http-types"
import { order } from "../../i18n/en/order"
import { formatMoney } from "../../lib/format"
import { guideOf } from "../../lib/guide"
import { isNameOf } from "../../lib/is-name-of"
import { useWords, type Say } from "../../lib/use-words"
import { wordsFor } from "./reason"

interface WarningsProps {
  payment: AdminPayment
  run: (action: PaymentAction) => void
  isBusy: boolean
}

/** What helps with which notice. */
const HELP: Partial<Record<WarningCode, PaymentAction[]>> = {
  mismatch: ["cancel", "refund", "keep"],
  order_not_placed: ["complete", "cancel"],
  orphaned: ["complete", "cancel", "refund", "keep"],
  delivery_not_reported: ["report_delivery"],
  transfer_too_high: ["cancel"],
  authorization_too_high: ["cancel"],
  not_booked: ["refresh"],
  not_cancelled: ["cancel", "refresh"],
}

/** Where what was paid may not be what was due. */
const TELLS_SUMS: ReadonlySet<WarningCode> = new Set(["orphaned", "amount_differs"])

/** Everything that needs a person, with what to do about it. */
export function Warnings({ payment, run, isBusy }: WarningsProps) {
  const { say, language } = useWords()
  return payment.warnings.map(({ code, detail }) => {
    const cause = causeOf(say, detail)
    const help = (HELP[code] ?? []).filter((action) => payment.actions.includes(action))
    return (
      <section key={code} className="flex gap-x-3 px-6 py-4">
        <span aria-hidden className="text-ui-tag-orange-icon flex pt-0.5">
          <ExclamationCircle />
        </span>
        <div className="flex min-w-0 flex-col gap-y-2">
          <Text size="small" leading="compact" weight="plus" asChild>
            <h3>{say(`order.warning.${code}.title`)}</h3>
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {say(`order.warning.${code}.text`)}
          </Text>
          {cause === null ? null : (
            <Text size="small" className="text-ui-fg-subtle break-words">
              {cause}
            </Text>
          )}
          {TELLS_SUMS.has(code) ? <BothSums payment={payment} /> : null}
          <Decided payment={payment} />
          <a
            href={guideOf(code, language)}
            target="_blank"
            rel="noreferrer"
            className="text-ui-fg-base hover:text-ui-fg-interactive underline txt-small self-start"
          >
            {say("common.guide")}
          </a>
          {help.length === 0 ? null : (
            <div className="flex flex-wrap gap-2">
              {help.map((action) => (
                <Button
                  key={action}
                  size="small"
                  variant="secondary"
                  disabled={isBusy}
                  onClick={() => run(action)}
                >
                  {say(`order.actions.${action}`)}
                </Button>
              ))}
            </div>
          )}
        </div>
      </section>
    )
  })
}

function causeOf(say: Say, detail: string | null): string | null {
  if (detail === null) return null
  if (isNameOf(order.mismatchOf, detail)) return say(`order.mismatchOf.${detail}`)
  return say("order.because", { cause: wordsFor(say, detail) })
}

function Decided({ payment: { orphan_resolution } }: { payment: AdminPayment }) {
  const { say } = useWords()
  if (orphan_resolution === null) return null
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {say(`order.orphan.${orphan_resolution}`)}
    </Text>
  )
}

function BothSums({ payment }: { payment: AdminPayment }) {
  const { say, language } = useWords()
  const { amount, amount_due } = payment
  if (amount_due === null) return null
  const paid = formatMoney(amount, payment, language)
  const due = formatMoney(amount_due.amount, amount_due, language)
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {say("order.bothSums", { paid, due })}
    </Text>
  )
}
