import { z } from "zod"

import { NO_ORDER, orderIdsOf, readBooks } from "../support/books"
import { BESIDE, breakOff, dieWhileCompleting } from "../support/broken-completion"
import { setStock } from "../support/carts/stock"
import { rowOf } from "../support/ledger"
import { comeBackInVain } from "../support/money"
import { pushed } from "../support/pushed"
import { prepareShop, type PreparedShop } from "../support/shop"
import {
  CASE,
  completeCart,
  fillCart,
  payAt,
  startPayment,
  type StartedPayment,
} from "../support/shopper"
import type { Fate } from "../support/write-gates"

let shop: PreparedShop

/** A promotion's code, of which only so many may be used. */
const CODE = "WELCOME5"

beforeAll(async () => {
  shop = await prepareShop({
    clock: "stands",
    sandbox: { pushes: false },
    options: { capture: "manual" },
  })
  await shop.process.start()
  await shop.db.run(`UPDATE promotion SET "limit" = 1000 WHERE code = '${CODE}'`)
})

afterAll(() => shop.stop())

/** An article sells out while somebody is on the payment page. */
async function payForTheLast(): Promise<{ payment: StartedPayment; wayBack: string }> {
  await setStock(shop, CASE, 1_000)
  const cartId = await fillCart(shop, { items: { [CASE]: 2 }, codes: [CODE] })
  const payment = await startPayment(shop, cartId)
  await setStock(shop, CASE, 1)
  return { payment, wayBack: await payAt(shop, payment) }
}

const COUNTS = `SELECT
  (SELECT count(*) FROM "order" WHERE deleted_at IS NULL)::int AS orders,
  (SELECT coalesce(sum(quantity), 0) FROM reservation_item WHERE deleted_at IS NULL)::int AS reserved,
  (SELECT used FROM promotion WHERE code = $1)::int AS codes_used`

const counts = z.object({ orders: z.number(), reserved: z.number(), codes_used: z.number() })

/** Of the whole shop. */
async function count(): Promise<z.output<typeof counts>> {
  const [row] = await shop.db.rows(counts, COUNTS, [CODE])
  return row ?? { orders: -1, reserved: -1, codes_used: -1 }
}

type Counts = z.output<typeof counts>

/** @param uses that are forgotten at most: after a crash nobody knows whether a code was counted */
async function expectCounts(wanted: Counts, uses: number) {
  const { codes_used, ...others } = await count()
  expect(others).toEqual({ orders: wanted.orders, reserved: wanted.reserved })
  expect(codes_used).toBeLessThanOrEqual(wanted.codes_used)
  expect(codes_used).toBeGreaterThanOrEqual(wanted.codes_used - uses)
}

async function expectNothingOrdered(payment: StartedPayment, before: Counts, uses: number) {
  expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
  expect(await rowOf(shop, payment)).toMatchObject({ attention: "orphaned", order_id: null })
  await expectCounts(before, uses)
}

async function expectOrderedOnce(payment: StartedPayment, before: Counts, uses: number) {
  await setStock(shop, CASE, 1_000)
  await pushed(shop, payment)
  const { orders, reserved, codes_used } = before
  expect(await readBooks(shop, payment.cartId)).toMatchObject(AUTHORIZED)
  const wanted = { orders: orders + 1, reserved: reserved + 2, codes_used: codes_used + 1 }
  await expectCounts(wanted, uses)
}

const AUTHORIZED = { orders: 1, payment_status: "authorized" }

describe("a completion that the core breaks off while the article is sold out", () => {
  it.each(Object.entries(BESIDE))(
    "as %s: the shopper reads that nothing was ordered, and no order is left",
    async (_when, beside) => {
      const before = await count()
      const { payment, wayBack } = await payForTheLast()
      const arrival = await breakOff(shop, beside, () => comeBackInVain(wayBack))
      expect(shop.log()).toContain(`did not finish the completion of ${payment.cartId}`)
      expect(arrival).toMatchObject({ outcome: "not_ordered", orderId: null })
      await expectNothingOrdered(payment, before, 0)
      await expectOrderedOnce(payment, before, 0)
    },
  )

  it("for the storefront: it is told to try again, not that the order is there", async () => {
    const { payment } = await payForTheLast()
    const first = await breakOff(shop, BESIDE["the order is linked"], () =>
      completeCart(shop, payment.cartId),
    )
    expect(first.status).not.toBe(200)
    expect(await completeCart(shop, payment.cartId)).toMatchObject({ status: 409 })
    expect(shop.log()).toContain(`${payment.cartId} is not completed now`)
  })

  it.each<[what: string, fate: Fate]>([
    ["after the core wrote down that it failed", "written"],
    ["before that", "lost"],
  ])("or whose store dies %s: no order is left", async (_what, fate) => {
    const before = await count()
    const { payment } = await payForTheLast()
    await dieWhileCompleting(shop, payment, fate)
    await shop.restart()
    await pushed(shop, payment)
    await expectNothingOrdered(payment, before, 1)
    await expectOrderedOnce(payment, before, 1)
  })

  it("or whose store dies, and the storefront completes again: no order is left, and none is answered", async () => {
    const before = await count()
    const { payment } = await payForTheLast()
    await dieWhileCompleting(shop, payment, "lost")
    await shop.restart()
    expect((await completeCart(shop, payment.cartId)).status).not.toBe(200)
    expect(await readBooks(shop, payment.cartId)).toEqual(NO_ORDER)
    await setStock(shop, CASE, 1_000)
    const twice = [completeCart(shop, payment.cartId), completeCart(shop, payment.cartId)]
    const [one, other] = await Promise.all(twice)
    expect([one?.status, other?.status]).toContain(200)
    await expectOrderedOnce(payment, before, 1)
  })

  it("or whose store dies, while another tab has lost its payment: that is led to no order", async () => {
    await setStock(shop, CASE, 1_000)
    const cartId = await fillCart(shop, { items: { [CASE]: 2 } })
    const lost = await startPayment(shop, cartId)
    await comeBackInVain(await payAt(shop, lost, { outcome: "decline" }))
    const other = await startPayment(shop, cartId)
    await setStock(shop, CASE, 1)
    await payAt(shop, other)
    await dieWhileCompleting(shop, other, "lost")
    await shop.restart()
    expect(await orderIdsOf(shop, cartId)).toHaveLength(1)
    const path = `/store/secuconnect/payment-sessions/${lost.sessionId}`
    const found = { state: "failed", order_id: null }
    expect(await shop.store.call(path)).toMatchObject({ body: { payment_session: found } })
  })
})
