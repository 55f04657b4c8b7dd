import { z } from "zod"

import { readBooks } from "../support/books"
import { tickUnpaid } from "../support/carts/tick"
import { startFirst, storeSettings } from "../support/order-first"
import { sumsOf } from "../support/order-sums"
import { linksPath, makeLink, open, placeManually, send, titleOf } from "../support/payment-links"
import { readSessions } from "../support/sessions"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { completeCart, goToCheckout, openCollection, PROVIDER } from "../support/shopper"

/*
 * Orders and carts for which somebody pays with another payment provider: its word counts.
 */

const MANUAL = "pp_system_default"
const OTHER = "pp_other_other"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  const body = { payment_providers: [PROVIDER, MANUAL] }
  await shop.admin.ok(z.unknown(), `/admin/regions/${shop.seeded.region_id}`, { body })
})

afterAll(() => shop.stop())

const collectionRow = z.object({ id: z.string() })

/** An order is as another provider leaves it that waits for its money; its collection's id. */
async function waitElsewhere(orderId: string): Promise<string> {
  const sql = "SELECT payment_collection_id AS id FROM order_payment_collection WHERE order_id = $1"
  const [collection] = await shop.db.rows(collectionRow, sql, [orderId])
  const id = collection?.id ?? ""
  await shop.db.run(`DELETE FROM payment WHERE payment_collection_id = '${id}'`)
  await shop.db.run(`UPDATE payment_session SET provider_id = '${OTHER}', authorized_at = NULL,
    status = 'pending_authorization' WHERE payment_collection_id = '${id}'`)
  await shop.db.run(`UPDATE payment_collection SET status = 'awaiting', authorized_amount = NULL
    WHERE id = '${id}'`)
  return id
}

const payable = z.object({ can_be_paid: z.boolean() })

describe("an order that another payment provider waits for money of", () => {
  it("is offered for payment nowhere", async () => {
    const orderId = await placeManually(shop)
    expect(await shop.admin.ok(payable, linksPath(orderId))).toMatchObject({ can_be_paid: true })
    await waitElsewhere(orderId)
    expect(await shop.admin.ok(payable, linksPath(orderId))).toMatchObject({ can_be_paid: false })
    const path = `/store/secuconnect/orders/${orderId}`
    expect(await shop.store.ok(payable, path)).toEqual({ can_be_paid: false })
    const refused = { status: 400, body: { code: "secuconnect_nothing_to_pay" } }
    expect(await shop.store.call(`${path}/payment-links`, { body: {} })).toMatchObject(refused)
    for (const link of [linksPath(orderId), `${linksPath(orderId)}/mail`]) {
      const answer = await shop.admin.call(link, { body: {} })
      expect(answer).toMatchObject(refused)
      expect(answer.text).toContain("another payment provider waits for money")
    }
  })

  it("is not paid through a link from before, and what the other one waits for stays", async () => {
    const orderId = await placeManually(shop)
    const early = await makeLink(shop, orderId)
    expect(titleOf(await open(early))).toBe("Pay for your order")
    const collectionId = await waitElsewhere(orderId)
    const before = await readSessions(shop, collectionId)
    await shop.sandbox.forgetRequests()
    for (const page of [await open(early), await send(early, { method: "general" })]) {
      expect(titleOf(page)).toBe("Your payment is being checked")
    }
    const sent = (await shop.sandbox.requests()).map(({ path }) => path)
    expect(sent.filter((path) => path.endsWith("/Smart/Transactions"))).toEqual([])
    expect(before).toMatchObject([{ provider_id: OTHER, status: "pending_authorization" }])
    expect(await readSessions(shop, collectionId)).toEqual(before)
  })
})

/** Another session of the cart, after ours, that another provider has authorized. */
async function addAuthorized(collectionId: string): Promise<void> {
  const id = `payses_zz${collectionId.slice(-10)}`
  await shop.db
    .run(`INSERT INTO payment_session (id, currency_code, amount, raw_amount, provider_id,
    data, status, authorized_at, payment_collection_id) SELECT '${id}', currency_code, amount,
    raw_amount, '${MANUAL}', '{}', 'authorized', now(), id FROM payment_collection
    WHERE id = '${collectionId}'`)
  await shop.db.run(`INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id, data,
    payment_collection_id, payment_session_id) SELECT 'pay_${id}', amount, raw_amount, currency_code,
    provider_id, '{}', payment_collection_id, id FROM payment_session WHERE id = '${id}'`)
  await shop.db
    .run(`UPDATE payment_collection SET status = 'authorized', authorized_amount = amount,
    raw_authorized_amount = raw_amount WHERE id = '${collectionId}'`)
}

const placed = z.object({ type: z.literal("order"), order: z.object({ id: z.string() }) })

describe("a cart that another provider has been paid for, with an open session of ours before", () => {
  /** The first completion closes ours, the next one comes to the other. */
  const completeTwice = async (cartId: string) => {
    expect(await completeCart(shop, cartId)).not.toMatchObject({ body: { type: "order" } })
    const { body, text } = await completeCart(shop, cartId)
    const reply = placed.safeParse(body)
    if (!reply.success) throw new Error(text)
    expect(await readBooks(shop, cartId)).toMatchObject({
      ...{ orders: 1, payment_status: "authorized", payments: [31.9] },
    })
    return reply.data.order.id
  }

  it("that pays before it orders: the other one gets the order", async () => {
    const { cartId, collectionId } = await goToCheckout(shop)
    await addAuthorized(collectionId)
    await completeTwice(cartId)
  })

  it("that orders before it pays: the other one gets the order, which is not cancelled", async () => {
    await storeSettings(shop, { orderFirst: true })
    const { cartId, sessionId } = await startFirst(shop)
    await addAuthorized(await openCollection(shop, cartId))
    const orderId = await completeTwice(cartId)
    const makeDue = `UPDATE secuconnect_unpaid_order SET created_at = now() - interval '100 days',
      due_at = now() WHERE payment_session_id = '${sessionId}'`
    await tickUnpaid(shop, () => shop.db.run(makeDue))
    expect(await sumsOf(shop, orderId)).toMatchObject({
      ...{ status: "pending", payment_status: "authorized" },
    })
    await storeSettings(shop, { orderFirst: null })
  })
})
