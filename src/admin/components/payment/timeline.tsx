import { Button, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { formatTime } from "../../lib/format"
import type { AdminPayment, AdminPaymentEvent } from "../../../http-types"
import { useWords, type Say } from "../../lib/use-words"
import { wordsFor } from "./reason"

/** What happened to a payment, the latest first, and how it was noticed. */
export function Timeline({ payment }: { payment: AdminPayment }) {
  const { say, language } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const lines = linesOf(payment.timeline, say, language)
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
      <ol id={id} className={isOpen ? "flex flex-col gap-y-3" : "hidden"}>
        {lines.map((line) => (
          <TimelineLine key={line.id} line={line} />
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

interface Line {
  id: string
  what: string
  when: string
  detail: string | null
}

/** What was found and the event that follows from it can read the same: shown once. */
function linesOf(timeline: AdminPaymentEvent[], say: Say, language: string): Line[] {
  const lines = timeline.map(({ id, at, source, finding, detail }) => ({
    ...{ id, what: say(`order.finding.${finding}`) },
    detail: detail === null ? null : wordsFor(say, detail),
    when: `${formatTime(at, language)} · ${say(`order.source.${source}`)}`,
  }))
  const isNews = (line: Line, nth: number) => {
    const before = lines[nth - 1]
    return !(before && before.what === line.what && before.when === line.when && !line.detail)
  }
  return lines.filter(isNews).toReversed()
}

function TimelineLine({ line: { what, when, detail } }: { line: Line }) {
  return (
    <li>
      <Text size="small" leading="compact" weight="plus" className="break-words">
        {what}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {when}
      </Text>
      {detail === null ? null : (
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {detail}
        </Text>
      )}
    </li>
  )
}
