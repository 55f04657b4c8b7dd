import { findOrdersOfCarts } from "../../medusa/read-order"
import type { UnpaidOrderRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { readUnpaid } from "./read-unpaid"

/**
 * The time of an order begins, also where the server died between making it and authorizing its session:
 * else nobody would ever cancel it. Not of an order that was placed on another session of the cart, which has
 * money, or waits for some.
 */
export async function adoptOrder(
  deps: Deps,
  unpaid: UnpaidOrderRow,
  order_id: string,
): Promise<UnpaidOrderRow> {
  if (unpaid.order_id === order_id) return unpaid
  const found = await readUnpaid(deps, { ...unpaid, order_id })
  const isOfAnother = found.state.order?.has_money !== false || found.checkouts.length > 0
  if (isOfAnother) return unpaid
  await deps.ledger.unpaidOrders.place(unpaid, order_id)
  return await deps.ledger.retrieveUnpaidOrder(unpaid.id)
}

/** The same where nobody has asked for its page since. Under the cart's lock: it may just be placed. */
export async function adoptLostOrder(deps: Deps, unpaid: UnpaidOrderRow): Promise<UnpaidOrderRow> {
  const { order_id, cart_id } = unpaid
  if (order_id !== null) return unpaid
  const find = async () => (await findOrdersOfCarts(deps.query, [cart_id]))[0]?.order_id
  const found = (await find()) && (await withCartLock(deps, cart_id, find))
  return found ? await adoptOrder(deps, unpaid, found) : unpaid
}
