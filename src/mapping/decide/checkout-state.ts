import { deadlinesOf, type Deadlines, type TimeLimits, type Waiting } from "./deadlines"
import { amountAsked, type TransferPayment } from "../status/transfer-due"
import type { CheckoutState } from "./decision"
import { isUnclearForLong } from "./unclear"

/** How long a cart is tried again before `refundOrphans` gives its money back. */
const CART_TRIES_MS = 60 * 60_000

/** The ledger's row, as far as a decision depends on it. Amounts in minor units. */
interface CheckoutFacts
  extends
    Waiting,
    Pick<
      CheckoutState,
      | "id"
      | "amount"
      | "currency_code"
      | "mismatch"
      | "dispute"
      | "is_test_payment"
      | "effective_amount"
      | "surplus_amount"
    > {
  order_id: string | null
  cancel_requested_at: Date | null
  superseded_by: string | null
  payments: readonly Partial<TransferPayment>[] | null
  expired_at: Date | null
  /** What a person has decided about a payment without order. */
  orphan_resolution: "refund" | "keep" | null
}

/** The settings that a decision depends on. */
interface Policy extends TimeLimits {
  cancelExpiredOrders: boolean
  refundOrphans: boolean
}

/** What the row does not say. */
interface Circumstances {
  settings: Policy
  has_unresolved_request: boolean
  is_outranked: boolean
  /** When the shop was told that the payment has no order; null when it was not. */
  orphaned_at: Date | null
  now: Date
}

/** The checkout as `decide` wants it: what the row, the settings and the time say. Pure. */
export function checkoutStateOf(checkout: CheckoutFacts, found: Circumstances): CheckoutState {
  const { id, amount, currency_code, mismatch, dispute, is_test_payment } = checkout
  const { effective_amount, surplus_amount } = checkout
  const { settings, has_unresolved_request, is_outranked, now } = found
  return {
    ...{ id, amount, currency_code, mismatch, dispute, is_test_payment },
    ...{ effective_amount, surplus_amount, has_unresolved_request, is_outranked },
    amount_asked: amountAsked(checkout),
    has_order: checkout.order_id !== null,
    status: checkout.status ?? "unknown",
    cancel_requested: checkout.cancel_requested_at !== null,
    superseded: checkout.superseded_by !== null,
    tried: (checkout.payments ?? []).length > 0 || checkout.waiting_since !== null,
    ...timesUp(deadlinesOf(checkout, settings), now),
    was_expired: checkout.expired_at !== null,
    cancels_expired: settings.cancelExpiredOrders,
    is_unclear: checkout.unclear_since !== null,
    is_unclear_for_long: isUnclearForLong(checkout.unclear_since, now),
    orphan_policy: orphanPolicyOf(checkout, settings),
    is_resolved: checkout.orphan_resolution !== null,
    gives_up_cart: givesUpCart(checkout, found),
  }
}

/** Where secuconnect contradicts itself no setting decides, only a person. */
function orphanPolicyOf(
  { orphan_resolution, mismatch }: CheckoutFacts,
  { refundOrphans }: Policy,
): CheckoutState["orphan_policy"] {
  const bySetting = refundOrphans && mismatch !== "status" ? "refund" : "ask"
  return orphan_resolution ?? bySetting
}

function timesUp({ abandoned_at, expires_at, given_up_at }: Deadlines, now: Date) {
  return {
    gives_up_promise: given_up_at !== null && given_up_at <= now,
    is_abandoned: abandoned_at !== null && abandoned_at <= now,
    is_expired: expires_at !== null && expires_at <= now,
  }
}

/** A person has decided to refund, or `refundOrphans` does once the cart has had its hour. */
function givesUpCart(
  { orphan_resolution, attention, effective_amount }: CheckoutFacts,
  { settings, orphaned_at, now }: Circumstances,
): boolean {
  if (effective_amount === null) return false
  if (orphan_resolution === "refund") return true
  if (!settings.refundOrphans || attention !== "orphaned" || orphaned_at === null) return false
  return now.getTime() - orphaned_at.getTime() > CART_TRIES_MS
}
