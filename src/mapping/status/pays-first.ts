import { isSpent } from "./spent"
import type { CheckoutStatus } from "./status"

/** What pays for an order, before what only promises to. */
export const WORTH = ["accepted", "authorized", "waiting"] as const satisfies CheckoutStatus[]

/** A checkout of another session of the same cart, as the ledger has it. */
interface Rival {
  status: CheckoutStatus | null
  mismatch: string | null
  effective_amount: number | null
  orphan_resolution: string | null
  order_id: string | null
}

/**
 * Whether a checkout gets the order of a cart before one with this status does: money goes before a
 * promise, whoever paid first.
 */
export function paysBefore(rival: Rival, status: CheckoutStatus | null): boolean {
  const { mismatch, orphan_resolution, order_id } = rival
  if (mismatch !== null || order_id !== null) return false
  return rankOf(rival.status) > rankOf(status) && !isSpent(rival, orphan_resolution !== null)
}

function rankOf(status: CheckoutStatus | null): number {
  const index = WORTH.findIndex((worth) => worth === status)
  return index < 0 ? 0 : WORTH.length - index
}
