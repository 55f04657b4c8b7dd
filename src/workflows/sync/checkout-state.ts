import { deadlinesOf, type Deadlines } from "../../mapping/decide/deadlines"
import type { CheckoutState } from "../../mapping/decide/decision"
import type { CheckoutRow, Settings } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** How long an order is tried for a payment without one, before a setting refunds it. */
const CART_PATIENCE_MS = 60 * 60_000

/** The checkout as `decide` wants it: what the row, the settings and the time say. */
export async function readCheckoutState(
  deps: Deps,
  checkout: CheckoutRow,
  settings: Settings,
): Promise<CheckoutState> {
  const now = new Date()
  const { has_open_request, gives_up_cart } = await readRequests(deps, checkout, settings)
  return {
    id: checkout.id,
    status: checkout.status ?? "unknown",
    mismatch: checkout.mismatch,
    dispute: checkout.dispute,
    cancel_requested: checkout.cancel_requested_at !== null,
    superseded: checkout.superseded_by !== null,
    is_test_payment: checkout.is_test_payment,
    tried: (checkout.payments ?? []).length > 0 || checkout.waiting_since !== null,
    effective_amount: checkout.effective_amount,
    has_open_request,
    ...timesUp(deadlinesOf(checkout, settings), now),
    was_expired: checkout.expired_at !== null,
    cancels_expired: settings.cancelExpiredOrders,
    orphan: checkout.orphan_resolution ?? (settings.refundOrphans ? "refund" : "ask"),
    gives_up_cart,
  }
}

function timesUp({ abandoned_at, expires_at }: Deadlines, now: Date) {
  return {
    is_abandoned: abandoned_at !== null && abandoned_at <= now,
    is_expired: expires_at !== null && expires_at <= now,
  }
}

/** Two look-ups that are needed only where money is in. */
async function readRequests(
  deps: Deps,
  checkout: CheckoutRow,
  settings: Settings,
): Promise<Pick<CheckoutState, "has_open_request" | "gives_up_cart">> {
  const isIn = checkout.effective_amount !== null
  if (!isIn) return { has_open_request: false, gives_up_cart: false }
  return {
    has_open_request: await deps.ledger.moneyRequests.isUnderWay(checkout.id),
    gives_up_cart: await givesUpCart(deps, checkout, settings),
  }
}

/** A person has decided so, or the setting does once the cart had its chance. */
async function givesUpCart(
  deps: Deps,
  checkout: CheckoutRow,
  { refundOrphans }: Settings,
): Promise<boolean> {
  if (checkout.orphan_resolution === "refund") return true
  if (!refundOrphans || checkout.attention !== "orphaned") return false
  const before = new Date(Date.now() - CART_PATIENCE_MS)
  const told = await deps.ledger.listCheckoutEvents(
    {
      checkout_id: checkout.id,
      event_name: "secuconnect.payment_orphaned",
      created_at: { $lt: before },
    },
    { select: ["id"], take: 1 },
  )
  return told.length > 0
}
