import { NO_ORDER, readBooks } from "../support/books"
import { KEEPS_PAGES_OPEN } from "../support/faults"
import { announcedOf, rowOf } from "../support/ledger"
import { effectiveAmount } from "../support/money"
import { pushed } from "../support/pushed"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import {
  chooseShipping,
  comeBack,
  fillCart,
  goToCheckout,
  LAST_SEAL,
  payAt,
  startPayment,
} from "../support/shopper"
import { until } from "../support/until"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())
afterEach(() => shop.sandbox.calm())

const stocked = (quantity: string) =>
  `UPDATE inventory_level l SET stocked_quantity = ${quantity},
    raw_stocked_quantity = jsonb_build_object('value', (${quantity})::text, 'precision', 20)`

const RESTOCK = stocked("l.stocked_quantity + 100")
/** One is left of the rare article. */
const STOCK_OF_ONE = `${stocked("l.reserved_quantity + 1")}
  FROM inventory_item i WHERE i.id = l.inventory_item_id AND i.sku = 'SEAL-ONE'`

describe("money without an order", () => {
  /** The first of two windows pays what the second has replaced. */
  const payTwice = async () => {
    const first = await goToCheckout(shop)
    await shop.sandbox.disturb(KEEPS_PAGES_OPEN)
    await chooseShipping(shop, first.cartId, "express")
    const second = await startPayment(shop, first.cartId)
    await payAt(shop, first)
    await comeBack(await payAt(shop, second))
    await shop.sandbox.calm()
    await pushed(shop, first)
    return { first, second }
  }

  it("of a second window is reported, and the order is paid once", async () => {
    const { first, second } = await payTwice()
    expect(await rowOf(shop, first)).toMatchObject({ attention: "orphaned" })
    expect(await announcedOf(shop, first)).toEqual(["secuconnect.payment_orphaned"])
    expect(await rowOf(shop, second)).toMatchObject({ attention: null })
    expect(await readBooks(shop, first.cartId)).toMatchObject({ orders: 1, captures: [41.8] })
  })

  /** Sold out while two shoppers pay: the second has paid and gets nothing. */
  const payForNothing = async () => {
    await shop.db.run(STOCK_OF_ONE)
    const carts = [
      await fillCart(shop, { items: { [LAST_SEAL]: 1 } }),
      await fillCart(shop, { items: { [LAST_SEAL]: 1 } }),
    ]
    const [winner, loser] = await Promise.all(carts.map((cart) => startPayment(shop, cart)))
    if (!winner || !loser) throw new Error("There are two payments.")
    await comeBack(await payAt(shop, winner))
    expect(await comeBack(await payAt(shop, loser))).toMatchObject({ outcome: "pending" })
    await until("the failed completion", async () =>
      (await rowOf(shop, loser)).attention === "orphaned" ? true : undefined,
    )
    return loser
  }

  it("whose article is sold out completes after restocking", async () => {
    const loser = await payForNothing()
    await shop.db.run(RESTOCK)
    await pushed(shop, loser)
    expect(await readBooks(shop, loser.cartId)).toMatchObject({ orders: 1 })
    expect(await rowOf(shop, loser)).toMatchObject({ attention: null })
  })

  const decide = async (payment: { stx: string }, resolution: "refund" | "keep") => {
    const { id } = await rowOf(shop, payment)
    const path = `/admin/secuconnect/payments/${id}/resolve`
    expect(await shop.admin.call(path, { method: "POST", body: { resolution } })).toMatchObject({
      status: 200,
    })
  }

  it("that was given back places no order after restocking, also while the refund is on its way", async () => {
    await shop.sandbox.set({ full_refund_simple: 7 })
    const loser = await payForNothing()
    await decide(loser, "refund")
    expect(await effectiveAmount(shop, loser)).toBe(0)
    await shop.db.run(RESTOCK)
    await pushed(shop, loser)
    const complete = await shop.store.call(`/store/carts/${loser.cartId}/complete`, {
      method: "POST",
      body: {},
    })
    expect(complete.status).not.toBe(200)
    expect(await readBooks(shop, loser.cartId)).toEqual(NO_ORDER)
    await shop.sandbox.set({ full_refund_simple: 5 })
  })

  it("is given back once when the answer got lost, and when the store asks again much later", async () => {
    const loser = await payForNothing()
    const { id } = await rowOf(shop, loser)
    const again = () =>
      shop.admin.call(`/admin/secuconnect/payments/${id}/refresh`, { method: "POST", body: {} })
    const refunds = async () => {
      const made = await shop.sandbox.requests()
      return made.filter(({ method, path }) => method === "POST" && /PCI_\w+.cancel$/.test(path))
    }
    await shop.sandbox.forgetRequests()
    await shop.sandbox.disturb({ ...KEEPS_PAGES_OPEN, times: 1 })
    const path = `/admin/secuconnect/payments/${id}/resolve`
    await shop.admin.call(path, { method: "POST", body: { resolution: "refund" } })
    await pushed(shop, loser)
    await again()
    expect(await refunds()).toHaveLength(1)
    const LONG_AGO = "created_at = now() - interval '11 minutes'"
    await shop.db.run(
      `UPDATE secuconnect_money_request SET ${LONG_AGO} WHERE checkout_id = '${id}'`,
    )
    await again()
    expect(await refunds()).toHaveLength(2)
    expect(await effectiveAmount(shop, loser)).toBe(0)
  })

  it.each([
    ["refund", "refund"],
    ["refund", "cancel"],
    ["cancel", "refund"],
    ["cancel", "cancel"],
  ])("the database takes no open %s beside an open %s of one checkout", async (one, other) => {
    const { id } = await rowOf(shop, await goToCheckout(shop))
    const add = (kind: string, nth: number) =>
      shop.db.run(`INSERT INTO secuconnect_money_request
        (id, checkout_id, kind, target_id, amount, raw_amount, amount_before, raw_amount_before)
        VALUES ('${id}_${String(nth)}', '${id}', '${kind}', 'PCI_1', 1, '{"value":"1"}', 1, '{"value":"1"}')`)
    await add(one, 1)
    await expect(add(other, 2)).rejects.toThrow("IDX_secuconnect_money_request_one_open")
    await shop.db.run(
      `UPDATE secuconnect_money_request SET state = 'done' WHERE checkout_id = '${id}'`,
    )
    await add(other, 2)
  })

  it("that a person keeps places no order after restocking", async () => {
    const loser = await payForNothing()
    await decide(loser, "keep")
    expect(await rowOf(shop, loser)).toMatchObject({ attention: null, due_at: null })
    await shop.db.run(RESTOCK)
    await pushed(shop, loser)
    expect(await readBooks(shop, loser.cartId)).toEqual(NO_ORDER)
  })
})
