import type { UnpaidOrderState } from "../../mapping/decide/unpaid-order"
import { isBeingChecked } from "../../mapping/page/being-checked"
import type { CheckoutRow, UnpaidOrderRow } from "../../modules/secuconnect/types"
import { checkoutsOfOpen } from "../booking/checkouts-of-open"
import { readOpenOrder, type OpenOrder } from "../booking/open-order"
import type { Deps } from "../deps"

/** An order that was placed before it was paid, as it is now. */
export interface FoundUnpaid {
  state: UnpaidOrderState
  /** Payments that were started for it. */
  checkouts: CheckoutRow[]
}

/** What decides on an order that was placed; of its payments the ledger's last reading counts. */
export async function readUnpaid(
  deps: Deps,
  { order_id, placed_at, created_at }: UnpaidOrderRow,
): Promise<FoundUnpaid> {
  const { orderFirstHours: hours } = await deps.ledger.getSettings()
  const now = await deps.ledger.now()
  const found = order_id === null ? null : await readOpenOrder(deps, order_id)
  const checkouts = found ? await checkoutsOfOpen(deps, found) : []
  const payments = checkouts.map((checkout) => ({
    status: checkout.status,
    is_checked: isBeingChecked(checkout),
    is_unclear: checkout.unclear_since !== null,
  }))
  const order = found && toOrder(found, checkouts.some(isKept))
  return { state: { placed_at: placed_at ?? created_at, hours, now, order, payments }, checkouts }
}

function toOrder(
  { order, open, is_promised_elsewhere }: OpenOrder,
  keepsMoney: boolean,
): UnpaidOrderState["order"] {
  const payments = order.payment_collections.flatMap((collection) => collection.payments)
  const isBooked = order.transactions.length > 0 || payments.some(isStanding)
  const has_money = keepsMoney || isBooked || is_promised_elsewhere
  const has_credit = order.credit_lines.length > 0
  return { canceled: order.status === "canceled", open, has_money, has_credit }
}

/** Money that the merchant has decided to keep, though Medusa does not have it. */
function isKept({ orphan_resolution, effective_amount }: CheckoutRow): boolean {
  return orphan_resolution === "keep" && (effective_amount ?? 0) > 0
}

function isStanding({ canceled_at }: { canceled_at?: Date | null | undefined }): boolean {
  return !canceled_at
}
