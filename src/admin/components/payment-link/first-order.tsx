import { InlineTip, Text } from "@medusajs/ui"
import type { AdminPaymentLinksResponse } from "../../../http-types"
import { formatTime } from "../../lib/format"
import { useWords } from "../../lib/use-words"

interface FirstOrderProps {
  unpaid: NonNullable<AdminPaymentLinksResponse["unpaid_order"]>
}

/** An order that was placed before its payment: until when it waits, or why it still does. */
export function FirstOrder({ unpaid: { cancel_at, problem } }: FirstOrderProps) {
  const { say, language } = useWords()
  return (
    <section className="flex flex-col gap-y-2 px-6 py-4" data-testid="order-first">
      {problem === null ? (
        <Text size="small">{say("links.first", { when: formatTime(cancel_at, language) })}</Text>
      ) : (
        <InlineTip variant="warning" label={say("links.firstLate")}>
          {problem}
        </InlineTip>
      )}
    </section>
  )
}
