import { currencyExponent, toMajorUnits } from "../words/currency"
import { transferDue, type OrderToPay } from "../status/transfer-due"
import type { AmountDue } from "../words/payments"
import { detailsOf } from "./order-payment"
import type { TransferAccount, TransferDetails } from "./transfer"
import { isProblemReason } from "../words/problem"
import { toEventSource, toFinding, type EventSource, type Finding } from "../words/findings"
import type {
  InvoiceStep,
  OrphanDecision,
  PaymentAction,
  PaymentState,
  UnsentItem,
} from "../words/payments"
import { actionsOf } from "./actions"
import { invoiceStep } from "./invoice"
import { paymentState, type LedgerState } from "./payment-state"
import { warningsOf, type Warning, type Watched, type WatchedReport } from "./warnings"

/** One payment at secuconnect, as last read. */
interface ViewedPayment {
  id: string
  trans_id: string | null
  status: string
  amount: number | null
  is_refund: boolean
}

/** A row of the ledger, as far as the admin shows it. Amounts in minor units. */
export interface ViewedCheckout extends LedgerState, Watched {
  id: string
  reference: string
  order_display_id: number | null
  cart_id: string | null
  requested_method: string | null
  method: string | null
  currency_code: string
  currency_exponent: number
  amount_due: AmountDue | null
  is_demo: boolean
  is_test_payment: boolean
  stx_id: string | null
  trans_id: string | null
  payments: ViewedPayment[] | null
  instructions: TransferAccount | null
  created_at: Date
  checked_at: Date | null
  due_at: Date | null
  reminded_at: Date | null
  expired_at: Date | null
}

/** What Medusa has booked of it, major units. */
export interface BookedAmounts {
  authorized: number
  captured: number
  refunded: number
}

export interface ViewedEvent {
  id: string
  source: string
  finding: string
  detail: Record<string, string | number | boolean | null> | null
  created_at: Date
}

export interface PaymentParts {
  booked: BookedAmounts | null
  events: ViewedEvent[]
  reports: WatchedReport[]
  /** What an invoice waits for of which a part was sent. */
  unsent: UnsentItem[]
  /** When an unpaid transfer is given up; null where that is not planned. */
  expires_at: Date | null
  /** The order that it is for, where it may still be paid. */
  order?: OrderToPay | null
}

/** A payment as the admin's card shows it. Amounts in major units. */
export interface PaymentView {
  id: string
  reference: string
  order: { id: string; display_id: number | null } | null
  state: PaymentState
  method: string | null
  currency_code: string
  /** Decimals of the currency, to show amounts with. */
  currency_exponent: number
  amount: number
  /** What cart or order cost, less what else pays for them, where that is not `amount`. */
  amount_due: ShownAmount | null
  booked: BookedAmounts | null
  /** What is left after refunds; null while nothing is known of any. */
  effective_amount: number | null
  is_demo: boolean
  is_test_payment: boolean
  stx_id: string | null
  trans_id: string | null
  payment_ids: string[]
  created_at: Date
  checked_at: Date | null
  due_at: Date | null
  reminded_at: Date | null
  expires_at: Date | null
  warnings: Warning[]
  orphan_resolution: OrphanDecision | null
  actions: PaymentAction[]
  /** How far an invoice has come; null for other methods, and while it is not accepted. */
  invoice: InvoiceStep | null
  /** What an invoice waits for of which a part was sent; else empty. */
  unsent: UnsentItem[]
  /** Where the customer transfers to, and how much; null when nothing is to be transferred. */
  transfer: TransferDetails | null
  /** Oldest first. */
  timeline: Moment[]
}

/** A line of the history. */
interface Moment {
  id: string
  at: Date
  source: EventSource
  finding: Finding
  /** Why it did not work, see `whyOf`. */
  detail: string | null
}

export async function toPaymentView(
  checkout: ViewedCheckout,
  parts: PaymentParts,
): Promise<PaymentView> {
  const { order_id, effective_amount, payments } = checkout
  const has_instructions = checkout.instructions !== null
  return {
    ...pickShown(checkout),
    order: order_id ? { id: order_id, display_id: checkout.order_display_id } : null,
    state: paymentState(checkout),
    method: checkout.method ?? checkout.requested_method,
    amount: toMajorUnits(checkout.amount, checkout),
    amount_due: inMajorUnits(checkout.amount_due),
    booked: parts.booked,
    effective_amount: effective_amount === null ? null : toMajorUnits(effective_amount, checkout),
    payment_ids: (payments ?? []).map(({ id }) => id),
    expires_at: parts.expires_at,
    warnings: warningsOf(
      checkout,
      parts.reports,
      checkout.amount_due ? null : whyWithoutOrder(parts.events),
    ),
    actions: actionsOf({ ...checkout, has_instructions }),
    invoice: invoiceStep(checkout),
    unsent: parts.unsent,
    transfer: await detailsOf(checkout, transferDue(checkout, parts.order ?? null)),
    timeline: parts.events.flatMap(toMoment),
  }
}

/** Major units, and the decimals to show them with: a cart may have changed its currency. */
interface ShownAmount extends AmountDue {
  currency_exponent: number
}

function inMajorUnits(due: AmountDue | null): ShownAmount | null {
  if (!due) return null
  const { amount, currency_code } = due
  return {
    amount: toMajorUnits(amount, currency_code),
    currency_code,
    currency_exponent: currencyExponent(currency_code),
  }
}

function pickShown(checkout: ViewedCheckout) {
  const { id, reference, currency_code, is_demo, is_test_payment, stx_id, trans_id } = checkout
  const { created_at, checked_at, due_at, reminded_at, orphan_resolution } = checkout
  const { currency_exponent } = checkout
  return {
    currency_exponent,
    ...{ id, reference, currency_code, is_demo, is_test_payment, stx_id, trans_id },
    ...{ created_at, checked_at, due_at, reminded_at, orphan_resolution },
  }
}

/** What this version has no words for is left out; it is in the log. */
function toMoment({ id, created_at, detail, ...event }: ViewedEvent): Moment[] {
  const finding = toFinding(event.finding)
  const source = toEventSource(event.source)
  if (!finding || !source) return []
  return [{ id, at: created_at, source, finding, detail: whyOf(detail) }]
}

/** Why it did not work: a code where the admin has words for it, else a sentence. */
function whyOf(detail: ViewedEvent["detail"]): string | null {
  const { reason, problem } = detail ?? {}
  if (isProblemReason(reason)) return reason
  return typeof problem === "string" ? problem : null
}

/** Why no order could be placed, as last found. */
function whyWithoutOrder(events: ViewedEvent[]): string | null {
  const told = events.findLast(({ finding, detail }) => finding === "orphaned" && whyOf(detail))
  return told ? whyOf(told.detail) : null
}
