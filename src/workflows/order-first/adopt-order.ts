import { isPlacedOn } from "../../mapping/decide/placed-on"
import { readSessionOfCart } from "../../medusa/read-session-of-cart"
import type { UnpaidOrderRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { findMade, findWhole } from "./find-whole"
import { readUnpaid } from "./read-unpaid"

/**
 * The time of an order begins that the ledger does not know: else nobody would ever cancel it. Not of an order
 * that was placed on another session of the cart, also where nothing is left of its money, nor of one that has
 * money by now, or waits for some.
 */
export async function adoptOrder(
  deps: Deps,
  unpaid: UnpaidOrderRow,
  order_id: string,
): Promise<UnpaidOrderRow> {
  if (unpaid.order_id === order_id) return unpaid
  const { payment_session_id } = unpaid
  if (!isPlacedOn(await readSessionOfCart(deps.query, payment_session_id))) return unpaid
  const found = await readUnpaid(deps, { ...unpaid, order_id })
  const isOfAnother = found.state.order?.has_money !== false || found.checkouts.length > 0
  if (isOfAnother) return unpaid
  await deps.ledger.unpaidOrders.place(unpaid, order_id)
  return await deps.ledger.retrieveUnpaidOrder(unpaid.id)
}

/**
 * The same where nobody has asked for its page since. Under the cart's lock: it may just be placed. What the
 * core has not finished is taken back.
 */
export async function adoptLostOrder(deps: Deps, unpaid: UnpaidOrderRow): Promise<UnpaidOrderRow> {
  const made = await findMade(deps, unpaid)
  if (made === null || made === unpaid.order_id) return unpaid
  const whole = await withCartLock(deps, unpaid.cart_id, () => findWhole(deps, unpaid))
  return whole === null ? unpaid : await adoptOrder(deps, unpaid, whole)
}
