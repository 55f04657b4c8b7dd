import {
  SecuconnectRejectedError,
  type PaymentStatus,
  type ShippingInformation,
  type SimpleStatus,
} from "../../secuconnect"
import { causeOf } from "../words/errors"

/** What is to be done about the final delivery of an invoice, as its payment stands. */
export type CaptureStep = "capture" | "inform" | "taken" | "gone" | "wait"

/** Invoice is open, delivery was reported. */
const FINE_STATUS_REPORTED = 86

const STEPS: Partial<Record<SimpleStatus | "unknown", CaptureStep>> = {
  waiting_for_shipment: "capture",
  paid: "inform",
  issue: "taken",
  issue_resolved: "taken",
  refund: "taken",
  void: "gone",
  denied: "gone",
}

/**
 * Reads off the payment whether the final delivery is still to be reported, so that a lost answer
 * leads to no second report.
 *
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export function captureStep(status: Stand) {
  const { status_simple, status_fine } = status
  if (status_simple !== "accepted") return STEPS[status_simple] ?? "wait"
  const isReported = status_fine === undefined || status_fine === FINE_STATUS_REPORTED
  return isReported ? "taken" : "capture"
}

/** A payment as the ledger keeps it. */
interface KnownPayment {
  id: string
  status: string
  is_refund: boolean
}

/** The money is in, or the invoice promises it. */
const REPORTABLE: ReadonlySet<string> = new Set<SimpleStatus>([
  "accepted",
  "paid",
  "waiting_for_shipment",
  "issue",
  "issue_resolved",
  "refund",
])

/**
 * The payments that a shipment is reported of: not refunds, nor tries that failed or were left.
 *
 * @returns ids
 */
export function reportablePayments(payments: KnownPayment[]): string[] {
  const paying = payments.filter(({ is_refund, status }) => !is_refund && REPORTABLE.has(status))
  return paying.map(({ id }) => id)
}

type Stand = Pick<PaymentStatus, "status_simple" | "status_fine">

/**
 * The same for all payments of one invoice, in their order. What is accepted and says nothing of an
 * invoice counts as one only where no other does: it may be a card that has paid beside it.
 *
 * @param stands null where the status could not be read: that payment may be the invoice
 */
export function captureSteps(stands: (Stand | null)[]): (CaptureStep | null)[] {
  const hasInvoice = stands.some((stand) => stand === null || isInvoice(stand))
  return stands.map((stand) => {
    if (!stand) return null
    return hasInvoice && !isInvoice(stand) && isUncertain(stand) ? "inform" : captureStep(stand)
  })
}

function isInvoice({ status_simple, status_fine }: Stand): boolean {
  return (
    status_simple === "waiting_for_shipment" ||
    status_simple === "paid" ||
    status_fine === FINE_STATUS_REPORTED
  )
}

function isUncertain(stand: Stand): boolean {
  return stand.status_simple === "accepted" && captureStep(stand) === "capture"
}

/** What a report says, as the ledger has it. */
export interface Told {
  carrier: string | null
  tracking_id: string | null
  invoice_number: string | null
  order_number: string | null
  shipped_at: Date | null
}

/** Builds the request; what is not known is left out. */
export function toShippingInformation(told: Told): ShippingInformation {
  const { carrier, tracking_id, invoice_number, order_number, shipped_at } = told
  return {
    ...(carrier ? { carrier } : {}),
    ...(tracking_id ? { tracking_id } : {}),
    ...(invoice_number ? { invoice_number } : {}),
    ...(order_number ? { order_id: order_number } : {}),
    ...(shipped_at ? { shipped_at: shipped_at.toISOString().replace(/\.\d+Z$/, "+00:00") } : {}),
  }
}

/** A report that secuconnect has not taken this time, and why, for the merchant. */
export interface Failure {
  state: "open" | "refused"
  problem: string
}

/** The payment may not be ready at once, so a clear "no" is tried a few times. */
const REFUSALS = 3
/** About two weeks, see `REPORT_WAITS`. */
const ATTEMPTS = 48

/** @param attempts this one included; 0 where this one does not count, see `isTurn` */
export function failureOf(error: unknown, attempts: number): Failure {
  const isRefusal = error instanceof SecuconnectRejectedError && !error.retryable
  const isOver = attempts >= (isRefusal ? REFUSALS : ATTEMPTS)
  const problem = error instanceof DeliveryError ? error.message : causeOf(error)
  return { state: isOver ? "refused" : "open", problem }
}

/** secuconnect is reached, and the report cannot be made as things stand. */
export class DeliveryError extends Error {
  override name = "DeliveryError"
}

const MINUTE = 60_000

interface Tried {
  attempts: number
  tried_at: Date | null
}

/**
 * When an open report is tried again, by its attempts so far: minutes apart first, then hours, then a
 * day. `wait` in ms since the last attempt.
 */
export const REPORT_WAITS = [
  { from: 0, until: 5, wait: 2 * MINUTE },
  { from: 5, until: 10, wait: 15 * MINUTE },
  { from: 10, until: 34, wait: 60 * MINUTE },
  { from: 34, until: ATTEMPTS, wait: 24 * 60 * MINUTE },
]

/**
 * Whether it is the report's turn. Every shipment of an order sends what is open; what is sent before its
 * turn does not count as an attempt, so that three parcels in a row are not three refusals.
 *
 * @param now by the database's time
 */
export function isTurn({ attempts, tried_at }: Tried, now: Date): boolean {
  const wait = REPORT_WAITS.find(({ until }) => attempts < until)?.wait ?? 0
  return tried_at === null || tried_at.getTime() + wait <= now.getTime()
}
