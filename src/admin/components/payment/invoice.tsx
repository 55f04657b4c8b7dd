import { CheckCircleSolid, CircleDottedLine } from "@medusajs/icons"
import { Heading, Text } from "@medusajs/ui"
import type { AdminPayment, InvoiceStep } from "../../../http-types"
import { order } from "../../i18n/en/order"
import { isNameOf } from "../../lib/is-name-of"
import { useWords } from "../../lib/use-words"
import { unsentOf } from "./unsent"

const STEPS = Object.keys(order.invoice.steps).filter((name) => isNameOf(order.invoice.steps, name))

/** How far an invoice has come, and what is missing. */
export function Invoice({ payment }: { payment: AdminPayment }) {
  const { say } = useWords()
  const { invoice: step, unsent } = payment
  if (step === null) return null
  const reached = STEPS.indexOf(step)
  return (
    <section className="flex flex-col gap-y-2 px-6 py-4">
      <Heading level="h3">{say("order.invoice.title")}</Heading>
      <ol className="flex flex-col gap-y-1">
        {STEPS.map((name, nth) => (
          <Step key={name} name={name} isDone={nth <= reached} />
        ))}
      </ol>
      <Text size="small" className="text-ui-fg-subtle">
        {unsent.length > 0
          ? say("order.invoice.unsent", { items: unsentOf(payment) })
          : say(`order.invoice.missing.${step}`)}
      </Text>
    </section>
  )
}

function Step({ name, isDone }: { name: InvoiceStep; isDone: boolean }) {
  const { say } = useWords()
  const Icon = isDone ? CheckCircleSolid : CircleDottedLine
  return (
    <li className="flex items-center gap-x-2">
      <span
        aria-hidden
        className={isDone ? "text-ui-tag-green-icon flex" : "text-ui-fg-muted flex"}
      >
        <Icon />
      </span>
      <Text as="span" size="small" leading="compact">
        {say(`order.invoice.steps.${name}`)}
        <span className="sr-only">{`, ${say(isDone ? "order.invoice.done" : "order.invoice.open")}`}</span>
      </Text>
    </li>
  )
}
