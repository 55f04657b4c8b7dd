import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { orderIdsOf, readBooks, waiting } from "../support/books"
import { announcedOf, rowOf } from "../support/ledger"
import { buy } from "../support/money"
import { pushed } from "../support/pushed"
import { expectOrderOfTab, sessionsOfCollection, startTabs, tabOf } from "../support/several-tabs"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { comeBack, completeCart, goToCheckout, payAt } from "../support/shopper"
import { createGates, type WriteGate } from "../support/write-gates"

/*
 * The core makes the order, marks its cart and links the collection before it authorizes a session, and
 * takes all of it back when that fails. What is read in between is not how it ends.
 */

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

/** From now on whoever writes such a row waits. */
async function closeGate(table: string): Promise<WriteGate> {
  const [gate] = await createGates(shop.db, [{ table, on: "INSERT" }])
  if (!gate) throw new Error("There is no gate.")
  await gate.close()
  return gate
}

it("the shopper comes back while the storefront is completing the cart: the order is there, and nothing was told", async () => {
  const several = await startTabs(shop, 2)
  const paid = tabOf(several, 1)
  const wayBack = await payAt(shop, paid)
  const gate = await closeGate("reservation_item")
  const completed = completeCart(shop, several.cartId)
  await gate.somebodyWaits()
  const arrival = comeBack(wayBack)
  // The cart is marked as completed, and the completion may still fail.
  await Promise.race([arrival, sleep(1_000)])
  await gate.open("written")
  await completed
  expect(await arrival).toMatchObject({ outcome: "success", sessionId: paid.sessionId })
  await expectOrderOfTab(shop, several, paid)
  expect(await announcedOf(shop, paid)).toEqual(["secuconnect.payment_accepted"])
})

it("the second one is checked while the order is being placed on the first: it is an orphan, and nothing else", async () => {
  const several = await startTabs(shop, 2)
  const [first, second] = [tabOf(several, 0), tabOf(several, 1)]
  await payAt(shop, second)
  const wayBack = await payAt(shop, first)
  const gate = await closeGate("payment")
  const arrival = comeBack(wayBack)
  await gate.somebodyWaits()
  const check = shop.sandbox.push(second.stx)
  // Time to do what must not be done.
  await Promise.race([check, sleep(2_000)])
  const sessions = await sessionsOfCollection(shop, several.collectionId)
  await gate.open("written")
  await Promise.all([arrival, check])

  expect(sessions.map(({ stx }) => stx)).toEqual([first.stx])
  await shop.sandbox.push(second.stx)
  await expectOrderOfTab(shop, { ...several, tabs: [first] }, first)
  expect(await rowOf(shop, second)).toMatchObject({ attention: "orphaned" })
  expect(await announcedOf(shop, second)).toEqual(["secuconnect.payment_orphaned"])
})

it("a webhook of a transfer tells of no order that is not there for good", async () => {
  const payment = await goToCheckout(shop)
  await payAt(shop, payment, { method: "prepaid" })
  const gate = await closeGate("reservation_item")
  const completed = completeCart(shop, payment.cartId)
  await gate.somebodyWaits()
  const check = shop.sandbox.push(payment.stx)
  // Time to tell what is not true yet.
  await Promise.race([check, sleep(3_000)])
  expect(await announcedOf(shop, payment)).toEqual([])
  expect(await rowOf(shop, payment)).toMatchObject({ order_id: null })
  await gate.open("lost")
  await Promise.all([completed, check])

  await pushed(shop, payment)
  expect(await readBooks(shop, payment.cartId)).toEqual(waiting(31.9))
  expect(await announcedOf(shop, payment)).toEqual(["secuconnect.payment_waiting"])
})

/** The core gives the cart's lock back before it writes down that the completion is done. */
it("an order that waits for its transfer, and whose completion is not written down as done yet, stays", async () => {
  const payment = await goToCheckout(shop)
  await payAt(shop, payment, { method: "prepaid" })
  expect(await completeCart(shop, payment.cartId)).toMatchObject({ status: 200 })
  const made = await orderIdsOf(shop, payment.cartId)
  await shop.db.run(`UPDATE workflow_execution SET state = 'not_started',
      context = jsonb_set(context, '{data,invoke}', '{}')
    WHERE workflow_id = 'complete-cart' AND context->'data'->'payload'->>'id' = '${payment.cartId}'`)
  await shop.db.run(
    `UPDATE secuconnect_checkout SET order_id = NULL WHERE stx_id = '${payment.stx}'`,
  )
  await pushed(shop, payment)
  expect(await orderIdsOf(shop, payment.cartId)).toEqual(made)
  expect(await readBooks(shop, payment.cartId)).toEqual(waiting(31.9))
  expect(await rowOf(shop, payment)).toMatchObject({ order_id: made[0] })
})

const shown = z.object({
  payment: z.object({ state: z.string(), transfer_details: z.object({ iban: z.string() }) }),
})

it("an order that was placed this moment, and is written down nowhere yet, shows where to transfer to", async () => {
  const { stx, cartId, orderId } = await buy(shop, { method: "prepaid" })
  await shop.db.run(`UPDATE secuconnect_checkout SET order_id = NULL WHERE stx_id = '${stx}'`)
  const { payment } = await shop.store.ok(shown, `/store/secuconnect/orders/${orderId}`)
  expect(payment).toMatchObject({ state: "waiting" })
  expect(await readBooks(shop, cartId)).toEqual(waiting(31.9))
})

it("what was paid beside an order of another provider is not shown as its payment", async () => {
  const { stx, orderId } = await buy(shop)
  const orphan = `UPDATE secuconnect_checkout SET order_id = NULL, attention = 'orphaned'`
  await shop.db.run(`${orphan} WHERE stx_id = '${stx}'`)
  const path = `/store/secuconnect/orders/${orderId}`
  expect((await shop.store.call(path)).body).toMatchObject({ payment: null })
})
