import type { MedusaContainer } from "@medusajs/framework/types"
import { deadlinesOf, type Deadlines } from "../../mapping/decide/deadlines"
import type { CheckoutState } from "../../mapping/decide/decision"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, Settings } from "../../modules/secuconnect/types"

/** A request whose answer got lost is the merchant's to repeat for so long; then it is booked. */
const MOVING_MS = 10 * 60_000
/** So long the cart of money without an order is tried again before a setting gives the money back. */
const CART_PATIENCE_MS = 60 * 60_000

/** The checkout as `decide` wants it: what the row, the settings and the time say. */
export async function readCheckoutState(
  container: MedusaContainer,
  checkout: CheckoutRow,
  settings: Settings,
): Promise<CheckoutState> {
  const now = new Date()
  const { has_open_request, gives_up_cart } = await readRequests(container, checkout, settings)
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
  container: MedusaContainer,
  checkout: CheckoutRow,
  settings: Settings,
): Promise<Pick<CheckoutState, "has_open_request" | "gives_up_cart">> {
  const isIn = checkout.effective_amount !== null
  if (!isIn) return { has_open_request: false, gives_up_cart: false }
  return {
    has_open_request: await hasOpenRequest(container, checkout),
    gives_up_cart: await givesUpCart(container, checkout, settings),
  }
}

async function hasOpenRequest(container: MedusaContainer, { id }: CheckoutRow): Promise<boolean> {
  const since = new Date(Date.now() - MOVING_MS)
  const open = await container
    .resolve(SECUCONNECT_MODULE)
    .listMoneyRequests(
      { checkout_id: id, state: "open", created_at: { $gt: since } },
      { select: ["id"], take: 1 },
    )
  return open.length > 0
}

/** A person has decided so, or the setting does once the cart had its chance. */
async function givesUpCart(
  container: MedusaContainer,
  checkout: CheckoutRow,
  { refundOrphans }: Settings,
): Promise<boolean> {
  if (checkout.orphan_resolution === "refund") return true
  if (!refundOrphans || checkout.attention !== "orphaned") return false
  const before = new Date(Date.now() - CART_PATIENCE_MS)
  const told = await container.resolve(SECUCONNECT_MODULE).listCheckoutEvents(
    {
      checkout_id: checkout.id,
      event_name: "secuconnect.payment_orphaned",
      created_at: { $lt: before },
    },
    { select: ["id"], take: 1 },
  )
  return told.length > 0
}
