import { Heading } from "@medusajs/ui"
import type { AdminPayment } from "../../../http-types"
import { useWords } from "../../lib/use-words"
import { TestBadge, PaymentStatus } from "../payment-badges"
import { ActionsMenu } from "./actions-menu"
import { Facts } from "./facts"
import { Invoice } from "./invoice"
import { Timeline } from "./timeline"
import { TransferDetails } from "./transfer-details"
import { useRunAction } from "./use-run-action"
import { Warnings } from "./warnings"

/** Everything about one payment; stands in a container of the page it is on. */
export function PaymentCard({ payment }: { payment: AdminPayment }) {
  const { say } = useWords()
  const { run, isBusy } = useRunAction(payment)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-2">
          <Heading level="h2">{say("order.title")}</Heading>
          {payment.is_demo ? <TestBadge /> : null}
        </div>
        <div className="flex items-center gap-x-2">
          <PaymentStatus state={payment.state} />
          <ActionsMenu payment={payment} run={run} isBusy={isBusy} />
        </div>
      </div>
      <Warnings payment={payment} run={run} isBusy={isBusy} />
      <Invoice payment={payment} />
      <TransferDetails payment={payment} />
      <Facts payment={payment} />
      <Timeline payment={payment} />
    </>
  )
}
