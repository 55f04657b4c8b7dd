import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { deleteReservationsByLineItemsWorkflow } from "@medusajs/medusa/core-flows"
import {
  readUnfinishedCompletion,
  type UnfinishedCompletion,
} from "../../medusa/read-unfinished-completion"
import { readUnfinishedOrder, type UnfinishedOrder } from "../../medusa/read-unfinished-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { releaseCodes } from "./release-codes"

interface Begun {
  cart_id: string
  order_id: string
}

/**
 * An order that Medusa has begun and never finished, and the completion that made it. Nothing was paid
 * or promised on it, nothing was sent of it, and no row of the ledger counts on it. The core gives the cart's
 * lock back before it writes down that a completion is done: the session says that it is as good as done.
 */
export async function findUnfinishedOrder(
  deps: Deps,
  begun: Begun,
): Promise<{ order: UnfinishedOrder; completion: UnfinishedCompletion } | null> {
  const order = await readUnfinishedOrder(deps.query, begun)
  if (!order) return null
  const engine = deps.container.resolve(Modules.WORKFLOW_ENGINE)
  const now = await deps.ledger.now()
  const made = { ...begun, order_created_at: order.created_at, now }
  const completion = await readUnfinishedCompletion(engine, made)
  return completion && !(await isCountedOn(deps, order)) ? { order, completion } : null
}

/**
 * Takes such an order back. The core makes the order first; where its next steps fail (no stock left, a
 * promotion used up) it deletes it again. While it is busy it can break that off with an error of its own,
 * and a server can die meanwhile: then the order stays, without stock and without its event, and the core
 * answers every later completion with it. Afterwards the cart can be completed again.
 *
 * Call it under the cart's lock.
 *
 * @returns whether there was one
 */
export async function takeBackOrder(
  deps: Deps,
  { reference }: Pick<CheckoutRow, "reference">,
  begun: Begun,
): Promise<boolean> {
  const found = await findUnfinishedOrder(deps, begun)
  if (!found) return false
  const { order } = found
  deps.logger.warn(
    `secuconnect: ${reference}: Medusa did not finish the completion of ${begun.cart_id}; ${order.id}, which nothing was paid on, is taken back.`,
  )
  await releaseStock(deps, order)
  await reopenCart(deps, order, begun.cart_id)
  // After a crash nobody knows whether they were counted: then a code may be used once more than it should,
  // rather than that what was paid with it is not ordered.
  await releaseCodes(deps, order)
  await deps.container.resolve(Modules.ORDER).deleteOrders([order.id])
  return true
}

/**
 * Of an order that came first the ledger knows from the core's last step on. A payment that is started on its
 * page deletes the session that said so.
 */
async function isCountedOn({ ledger }: Deps, { id: order_id }: UnfinishedOrder): Promise<boolean> {
  const [checkout] = await ledger.listCheckouts({ order_id }, { take: 1 })
  const [unpaid] = await ledger.listUnpaidOrders({ order_id }, { take: 1 })
  return Boolean(checkout ?? unpaid)
}

async function releaseStock({ container }: Deps, { items }: UnfinishedOrder): Promise<void> {
  const ids = items.map(({ id }) => id)
  if (ids.length > 0) await deleteReservationsByLineItemsWorkflow(container).run({ input: { ids } })
}

/** From the cart's link the core takes the order that it answers a completion with. */
async function reopenCart(
  { container }: Deps,
  { id: order_id, payment_collections, promotions }: UnfinishedOrder,
  cart_id: string,
): Promise<void> {
  const order = { [Modules.ORDER]: { order_id } }
  await container.resolve(Modules.CART).updateCarts(cart_id, { completed_at: null })
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss([
    ...payment_collections.map(({ id: payment_collection_id }) => ({
      ...order,
      [Modules.PAYMENT]: { payment_collection_id },
    })),
    ...promotions.map(({ id: promotion_id }) => ({
      ...order,
      [Modules.PROMOTION]: { promotion_id },
    })),
    { ...order, [Modules.CART]: { cart_id } },
  ])
}
