import { Button, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { order } from "../../i18n/en/order"
import { formatTime } from "../../lib/format"
import { isNameOf } from "../../lib/is-name-of"
import type { Moment, Payment } from "../../lib/payment"
import { useWords } from "../../lib/use-words"

/** What happened to a payment, the latest first, and who told us. */
export function Timeline({ payment }: { payment: Payment }) {
  const { say, language } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <section className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Button
        size="small"
        variant="transparent"
        className="-mx-2"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {say(isOpen ? "order.timeline.hide" : "order.timeline.show")}
      </Button>
      <ol id={id} hidden={!isOpen} className="flex flex-col gap-y-3">
        {payment.timeline.toReversed().map((moment) => (
          <TimelineMoment key={moment.id} moment={moment} />
        ))}
        <li>
          <Text size="small" leading="compact" weight="plus">
            {say("order.timeline.started")}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {formatTime(payment.created_at, language)}
          </Text>
        </li>
      </ol>
    </section>
  )
}

function TimelineMoment({ moment: { at, source, finding, detail } }: { moment: Moment }) {
  const { say, language } = useWords()
  const known = isNameOf(order.finding, finding) ? finding : "other"
  const teller = isNameOf(order.source, source) ? say(`order.source.${source}`) : source
  return (
    <li>
      <Text size="small" leading="compact" weight="plus" className="break-words">
        {say(`order.finding.${known}`, { finding })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {`${formatTime(at, language)} · ${teller}`}
      </Text>
      {detail === null ? null : (
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {detail}
        </Text>
      )}
    </li>
  )
}
