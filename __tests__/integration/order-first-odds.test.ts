import { setTimeout as sleep } from "node:timers/promises"
import { z } from "zod"

import { runWorkflow } from "../support/carts/admin"
import { editOrder } from "../support/carts/after-the-order"
import { tickUnpaid } from "../support/carts/tick"
import {
  askWhere,
  orderFirst,
  orderOf,
  pageOf,
  reservedFor,
  startFirst,
  unpaidOf,
  waitHours,
  type FirstSession,
} from "../support/order-first"
import { sumsOf } from "../support/order-sums"
import { MANUAL, makeLink, offerManually, open, start, titleOf } from "../support/payment-links"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { fillCart, openCollection, askForSession, CASE, variantIds } from "../support/shopper"
import { until } from "../support/until"

/*
 * Order first, where somebody or something does not do what is expected: the ledger has a gap, a gift card pays
 * a part, the merchant keeps what came, the customer clicks twice or comes back days later.
 */

const HOURS = 60

let shop: Shop

beforeAll(async () => {
  const options = { orderFirst: true, orderFirstHours: HOURS, paymentLinkDays: 1 }
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false }, options })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

/** The order is there, and the ledger does not know it. */
async function forget(orderId: string): Promise<void> {
  await shop.db.run(`UPDATE payment_session SET status = 'pending' WHERE id IN (
    SELECT payment_session_id FROM secuconnect_unpaid_order WHERE order_id = '${orderId}')`)
  await shop.db.run(`UPDATE secuconnect_unpaid_order SET order_id = NULL, placed_at = NULL,
    due_at = created_at + interval '1 hour' WHERE order_id = '${orderId}'`)
}

const canceled = { status: "canceled" } as const
const living = { status: "pending", payment_status: "awaiting" } as const

describe("an order that the ledger does not know", () => {
  it("is led to its page, and cancelled when nobody pays", async () => {
    const { orderId, ...session } = await orderFirst(shop)
    await forget(orderId)
    expect(titleOf(await open(await pageOf(shop, session)))).toBe("Pay for your order")
    await waitHours(shop, orderId, HOURS)
    expect(await sumsOf(shop, orderId)).toMatchObject(canceled)
    expect(await reservedFor(shop, orderId)).toBe(0)
  })

  it("is cancelled also where nobody has asked for its page since", async () => {
    const { orderId, sessionId } = await orderFirst(shop)
    await forget(orderId)
    const row = `payment_session_id = '${sessionId}'`
    const makeDue = `UPDATE secuconnect_unpaid_order SET due_at = now() WHERE ${row}`
    await tickUnpaid(shop, () => shop.db.run(makeDue))
    expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: null, is_due: true })
    await waitHours(shop, orderId, HOURS)
    expect(await sumsOf(shop, orderId)).toMatchObject(canceled)
  })

  it("is not taken for one that another provider waits for money of", async () => {
    const { orderId, ...session } = await orderFirst(shop)
    await forget(orderId)
    await shop.db.run(`UPDATE payment_session SET provider_id = 'pp_other_other',
      status = 'pending_authorization' WHERE id = '${session.sessionId}'`)
    const answer = await askWhere(shop, session)
    expect(answer).toMatchObject({ body: { code: "checkout_already_completed" } })
    expect(await unpaidOf(shop, orderId)).toBeUndefined()
  })
})

describe("an order that was placed with another payment provider than the shopper had begun with", () => {
  /** Whether that has taken the place of the first session, or both live: the shopper had two tabs. */
  const begun = {
    "that took the place of the first session": (session: FirstSession) => switchTo(session),
    "beside the first session": async (session: FirstSession) => {
      const hide = (at: string) =>
        shop.db.run(
          `UPDATE payment_session SET deleted_at = ${at} WHERE id = '${session.sessionId}'`,
        )
      await hide("now()")
      await switchTo(session)
      const orderId = await orderOf(shop, session.cartId)
      await hide("NULL")
      return orderId
    },
  }

  async function switchTo({ cartId }: FirstSession): Promise<string> {
    await offerManually(shop)
    await askForSession(shop, await openCollection(shop, cartId), { provider: MANUAL })
    return await orderOf(shop, cartId)
  }

  /** What has become of its payment: nothing is left of it, and the order is not paid. */
  const unpaid = {
    "an edit has cancelled": async (orderId: string) => {
      const variant_id = (await variantIds(shop)).get(CASE) ?? ""
      await editOrder({ shop, orderId, variant_id })
    },
    "has come to nothing": async (orderId: string) => {
      const sql = `SELECT payment_collection_id AS id FROM order_payment_collection
        WHERE order_id = '${orderId}'`
      await shop.db.run(`DELETE FROM payment WHERE payment_collection_id IN (${sql})`)
      await shop.db.run(`UPDATE payment_session SET status = 'error', authorized_at = NULL
        WHERE provider_id = '${MANUAL}' AND payment_collection_id IN (${sql})`)
    },
  }

  /** Who comes upon it. */
  const looks = {
    "the job": async ({ sessionId }: FirstSession) => {
      const row = `payment_session_id = '${sessionId}'`
      const makeDue = `UPDATE secuconnect_unpaid_order SET due_at = now() WHERE ${row}`
      await tickUnpaid(shop, () => shop.db.run(makeDue))
    },
    "an old tab": async (session: FirstSession) => {
      expect(titleOf(await open(await pageOf(shop, session)))).toBe("Pay for your order")
    },
  }

  const cases = Object.entries(begun).flatMap(([when, place]) =>
    Object.entries(unpaid).flatMap(([what, lose]) =>
      Object.entries(looks).map(([who, look]) => ({ when, place, what, lose, who, look })),
    ),
  )

  it.each(cases)("$when, and whose payment $what, is not cancelled after $who", async (one) => {
    const session = await startFirst(shop)
    const orderId = await one.place(session)
    await one.lose(orderId)
    await one.look(session)
    await waitHours(shop, orderId, HOURS)
    expect(await unpaidOf(shop, orderId)).toBeUndefined()
    expect(await sumsOf(shop, orderId)).toMatchObject({ status: "pending" })
  })
})

describe("an order that nobody has paid in time", () => {
  it("lives on where the merchant keeps money that came for it", async () => {
    const { orderId, url } = await orderFirst(shop)
    const { stx } = await start(url)
    await shop.db.run(`UPDATE secuconnect_checkout SET status = 'accepted', effective_amount = 3190,
      attention = NULL, mismatch = 'amount', orphan_resolution = 'keep' WHERE stx_id = '${stx}'`)
    await waitHours(shop, orderId, HOURS)
    expect(await sumsOf(shop, orderId)).toMatchObject(living)
    expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: "paid" })
  })

  it("is left to a person where a gift card has paid a part, and the card says why", async () => {
    const cartId = await fillCart(shop)
    const lines = [{ cart_id: cartId, amount: 12.4, reference: "gift_card", reference_id: "G1" }]
    await runWorkflow(shop, "create-cart-credit-lines", lines)
    await askForSession(shop, await openCollection(shop, cartId))
    const orderId = await orderOf(shop, cartId)
    await waitHours(shop, orderId, HOURS)
    expect(await sumsOf(shop, orderId)).toMatchObject(living)
    expect((await unpaidOf(shop, orderId))?.problem).toContain("gift card")
  })
})

describe("the page of an order that came first", () => {
  it("is there until the order is cancelled, as it promises, by whichever link", async () => {
    const { orderId } = await orderFirst(shop)
    await makeLink(shop, orderId)
    const days = z.object({ days: z.coerce.number() })
    const sql = `SELECT extract(epoch FROM expires_at - created_at) / 86400 AS days
      FROM secuconnect_payment_link WHERE order_id = $1`
    const links = await shop.db.rows(days, sql, [orderId])
    expect(links.filter((link) => link.days > HOURS / 24)).toHaveLength(2)
  })

  it("is there after a second click as well", async () => {
    const { url, ...session } = await orderFirst(shop)
    const again = await pageOf(shop, session)
    for (const page of [url, again]) expect(titleOf(await open(page))).toBe("Pay for your order")
  })
})

it("an order that is placed while the job is at another one has its time", async () => {
  const before = await orderFirst(shop)
  const page = await start(before.url)
  const session = await startFirst(shop)
  await shop.db.run(`UPDATE secuconnect_unpaid_order SET created_at = now() - interval '25 hours',
    due_at = now() WHERE payment_session_id = '${session.sessionId}'`)
  await shop.sandbox.forgetRequests()
  await shop.sandbox.disturb({ path: `${page.stx}/cancel$`, fault: "hold", times: 1 })
  const job = waitHours(shop, before.orderId, HOURS)
  await until("the page to be closed", async () =>
    (await shop.sandbox.requests()).find(({ fault }) => fault === "hold"),
  )
  await start(await pageOf(shop, session))
  const orderId = await orderOf(shop, session.cartId)
  await shop.sandbox.calm()
  await job
  expect(await sumsOf(shop, before.orderId)).toMatchObject(canceled)
  expect(await unpaidOf(shop, orderId)).toMatchObject({ ended_reason: null, is_due: true })
  await waitHours(shop, orderId, HOURS)
  expect(await sumsOf(shop, orderId)).toMatchObject(canceled)
})

it("what the merchant does to such an order waits for who is just cancelling it", async () => {
  const { orderId } = await orderFirst(shop)
  const sql = `INSERT INTO secuconnect_order_lock (id, payment_id, holder, expires_at)
    VALUES ('${orderId}', NULL, 'plugin:test', now() + interval '20 seconds')`
  await shop.db.run(sql)
  const canceling = shop.admin.call(`/admin/orders/${orderId}/cancel`, { body: {} })
  expect(await Promise.race([canceling, sleep(3_000, "waits")])).toBe("waits")
  await shop.db.run(`DELETE FROM secuconnect_order_lock WHERE id = '${orderId}'`)
  expect(await canceling).toMatchObject({ status: 200 })
})
