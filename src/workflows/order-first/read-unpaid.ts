import type { UnpaidOrderState } from "../../mapping/decide/unpaid-order"
import type { CheckoutRow, UnpaidOrderRow } from "../../modules/secuconnect/types"
import { NO_ORDER, readUnpaidOrder } from "../booking/read-unpaid-order"
import type { Deps } from "../deps"

/** An order that was placed before it was paid, as it is now. */
interface FoundUnpaid {
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
  const found = order_id === null ? NO_ORDER : await readUnpaidOrder(deps, order_id)
  const { order, payments, checkouts } = found
  return { state: { placed_at: placed_at ?? created_at, hours, now, order, payments }, checkouts }
}
