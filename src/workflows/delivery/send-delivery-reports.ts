import {
  DeliveryError,
  failureOf,
  isTurn,
  type Failure,
} from "../../mapping/delivery/delivery-progress"
import { isOfOrder } from "../../mapping/delivery/is-of-order"
import type { CheckoutRow, DeliveryReportRow, EventSource } from "../../modules/secuconnect/types"
import { recordEvent } from "../events/record-event"
import { withDeliveryReportsLock } from "../locks"
import { sendDeliveryReport } from "./send-delivery-report"
import { publishEvents } from "../events/publish-events"
import type { Deps } from "../deps"

/**
 * Sends the open reports of one checkout, one at a time on all servers. What secuconnect does not
 * take stays open with the reason, and is `refused` when repeating it is no use.
 *
 * @throws the lock's or the database's own error; not those of secuconnect
 */
export async function sendDeliveryReports(
  deps: Deps,
  { id: checkout_id }: Pick<CheckoutRow, "id">,
  source: EventSource = "schedule",
): Promise<void> {
  const { ledger } = deps
  await withDeliveryReportsLock(deps, checkout_id, async () => {
    const open = await ledger.listDeliveryReports(
      { checkout_id, state: "open" },
      { order: { created_at: "ASC" } },
    )
    // What the caller has read is older than the lock.
    const checkout = await ledger.retrieveCheckout(checkout_id)
    for (const report of open) await tell(deps, { checkout, report, source })
  })
  await publishEvents(deps, { checkout_id })
}

interface Telling {
  checkout: CheckoutRow
  report: DeliveryReportRow
  source: EventSource
}

async function tell(deps: Deps, telling: Telling): Promise<void> {
  const { checkout, report } = telling
  const attempts = await countAttempt(deps, report)
  try {
    refuseUnclear(checkout)
    await sendDeliveryReport(deps.ledger.client, checkout, report)
  } catch (error) {
    await writeFailure(deps, telling, failureOf(error, attempts))
    return
  }
  await writeSuccess(deps, telling)
}

/**
 * Before the call, so that a crash in it counts too.
 *
 * @returns how many there were, this one included; 0 where it does not count
 */
async function countAttempt({ ledger }: Deps, report: DeliveryReportRow): Promise<number> {
  const tried_at = await ledger.now()
  if (!isTurn(report, tried_at)) return 0
  const attempts = report.attempts + 1
  await ledger.updateDeliveryReports({ id: report.id, attempts, tried_at })
  return attempts
}

async function writeSuccess(
  { ledger }: Deps,
  { checkout, report, source }: Telling,
): Promise<void> {
  const { id, fulfillment_id, kind } = report
  await recordEvent({ ledger }, checkout, {
    ...{ name: "secuconnect.delivery_reported", source, distinct: id },
    payload: { report_id: id, fulfillment_id, is_final: kind === "capture" },
  })
  await ledger.updateDeliveryReports({ id, state: "done", problem: null })
  // A webhook says that the invoice is due; a notice that it is not goes at once.
  if (kind === "capture" && checkout.attention === "delivery_not_reported") {
    await ledger.checkSoon([checkout.id], { attention: null })
  }
}

/**
 * A shipment that was written down is not reported while the payment is not what it should be, or is in
 * no order's books; it is tried again, and says why it waits.
 *
 * @throws DeliveryError
 */
function refuseUnclear(checkout: CheckoutRow): void {
  const { mismatch, status } = checkout
  if (mismatch) {
    throw new DeliveryError(`the payment differs from what was asked for (${mismatch})`)
  }
  if (status !== "accepted") {
    throw new DeliveryError(`the payment is ${status ?? "unknown"}, not accepted`)
  }
  if (!isOfOrder(checkout)) throw new DeliveryError("no order is paid with this payment")
}

/** The report's row is written last: a crash before that repeats the rest rather than losing it. */
async function writeFailure(
  deps: Deps,
  { checkout, report, source }: Telling,
  { state, problem }: Failure,
): Promise<void> {
  const { ledger, logger } = deps
  if (state !== "open" || problem !== report.problem) {
    const finding = state === "open" ? "delivery_failed" : "delivery_refused"
    const { fulfillment_id } = report
    await ledger.note(checkout.id, source, { finding, detail: { fulfillment_id, problem } })
  }
  const next = state === "open" ? "is tried again" : "needs a person"
  logger.warn(
    `secuconnect: ${checkout.reference}: the delivery was not reported and ${next}: ${problem}`,
  )
  await ledger.updateDeliveryReports({ id: report.id, state, problem })
  // Whether a person is to know depends on what has become of the payment.
  if (state === "refused" && report.kind === "capture") await ledger.checkSoon([checkout.id])
}
