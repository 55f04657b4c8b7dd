import { isRefund, type LeastAmounts } from "../../mapping/status/status"
import { statusDetail } from "../../mapping/status/status-detail"
import { amountAsked } from "../../mapping/status/transfer-due"
import type { FetchedFinding } from "./fetch-finding"
import type { CheckoutRow } from "./rows"
import type { SeenInstructions, SeenPayment } from "./models/checkout"

/** When it was read, and since when it was unclear before. */
interface Reading {
  /** When the reading began, by the database's time. */
  at: Date
  unclear_since: Date | null
}

/** What the ledger keeps of a reading: ids, statuses, amounts, and the account to transfer to. */
export function snapshotOf(
  { transaction, payments, ...assessed }: FetchedFinding,
  { at, unclear_since }: Reading,
) {
  const method = transaction.payment_method ?? null
  const instructions = seenInstructions(transaction.payment_instructions)
  return {
    stx_status: transaction.status_raw,
    method,
    trans_id: transaction.trans_id ?? null,
    payment_ids: [...new Set(payments.flatMap(idsOf))],
    payments: payments.map(seenPayment),
    instructions,
    status: assessed.status,
    status_detail: statusDetail({
      status: assessed.status,
      method,
      has_instructions: instructions !== null,
      unclear: assessed.unclear,
      payments,
    }),
    mismatch: assessed.mismatch,
    unclear_since: assessed.unclear ? (unclear_since ?? at) : null,
    dispute: assessed.dispute,
    effective_amount: assessed.effective_amount,
    surplus_amount: assessed.surplus_amount,
    checked_at: at,
  }
}

/** A payment and what hangs on it: pushes name refunds by their own ids. */
function idsOf({ id, related }: FetchedFinding["payments"][number]): string[] {
  const children = related.filter(({ hierarchy }) => hierarchy === "child")
  return [id, ...children.flatMap((child) => child.id ?? [])]
}

function seenPayment(payment: FetchedFinding["payments"][number]): SeenPayment {
  return {
    id: payment.id,
    trans_id: payment.trans_id ?? null,
    status: payment.status_simple,
    amount: payment.amount ?? null,
    currency: payment.currency ?? null,
    is_refund: isRefund(payment),
  }
}

function seenInstructions(
  given: FetchedFinding["transaction"]["payment_instructions"],
): SeenInstructions | null {
  if (!given) return null
  return {
    owner: given.owner,
    iban: given.iban,
    bic: given.bic ?? null,
    bank_name: given.bankname ?? null,
    purpose: given.purpose,
  }
}

const FRESH_MS = 10_000

/** What can change at any moment. */
const UNDECIDED: ReadonlySet<CheckoutRow["status"]> = new Set([null, "open", "unknown"])

/** Nothing is known of a payment yet. */
export function isUndecided({ status }: Pick<CheckoutRow, "status">): boolean {
  return UNDECIDED.has(status)
}

/**
 * Whether a reading of the last ten seconds found a payment.
 *
 * @param now by the database's time
 */
export function isFresh({ checked_at, status, unclear_since }: CheckoutRow, now: Date): boolean {
  if (checked_at === null || unclear_since !== null || UNDECIDED.has(status)) return false
  return now.getTime() - checked_at.getTime() < FRESH_MS
}

const ANY: LeastAmounts = { of_transaction: 0, waiting: 0, otherwise: 0 }

/**
 * Where less than was asked for is a refund or a reduction, and no mismatch: anywhere once Medusa has
 * booked the payment. While its order waits for this transfer, it can be reduced in secuOffice; what
 * comes in must then be no less than what was last seen to be waited for. Minor units.
 */
export function leastAmounts(checkout: LeastOf): LeastAmounts | null {
  const { is_booked, order_id, status, waiting_since, amount } = checkout
  if (is_booked) return ANY
  if (order_id === null || status !== "waiting" || waiting_since === null) return null
  return { of_transaction: amount, waiting: 0, otherwise: amountAsked(checkout) }
}

type LeastOf = Pick<
  CheckoutRow,
  "is_booked" | "order_id" | "status" | "waiting_since" | "amount" | "effective_amount" | "payments"
>
