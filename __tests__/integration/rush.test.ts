import { z } from "zod"

import { readBooks } from "../support/books"
import { setStock } from "../support/carts/stock"
import { tick } from "../support/carts/tick"
import { ALONE } from "../support/http"
import { announcedOf, eventsOf, rowOf } from "../support/ledger"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { CASE, comeBack, fillCart, payAt, PEN, startPayment } from "../support/shopper"
import { lockTable } from "../support/table-lock"
import { until } from "../support/until"

let shop: Shop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
})

afterAll(() => shop.stop())

/** Paid, and nobody has told the store yet. */
async function payUnnoticed(sku: string) {
  const payment = await startPayment(shop, await fillCart(shop, { items: { [sku]: 1 } }))
  const wayBack = await payAt(shop, payment)
  return { ...payment, wayBack }
}

type Unnoticed = Awaited<ReturnType<typeof payUnnoticed>>

async function payTogether(count: number, sku: string): Promise<Unnoticed[]> {
  await setStock(shop, sku, 1_000)
  const paid: Unnoticed[] = []
  for (let nth = 0; nth < count; nth += 1) paid.push(await payUnnoticed(sku))
  return paid
}

const failures = async (payment: Unnoticed) =>
  (await eventsOf(shop, payment)).filter(({ finding }) => finding === "complete_cart_failed")

/** Everybody buys the same article, and somebody keeps its stock locked until the core gives up. */
async function whileStockIsLocked(paid: Unnoticed[], work: () => Promise<unknown>): Promise<void> {
  const lock = await lockTable(shop.db, "reservation_item")
  try {
    const working = work()
    await lock.somebodyWaits()
    await until(
      "a completion to fail",
      async () => (await Promise.all(paid.map(failures))).flat()[0],
    )
    await lock.release()
    await working
  } finally {
    await lock.release().catch(() => undefined)
  }
}

describe("paid carts of one article whose stock is locked for longer than the core waits", () => {
  it.each<[by: string, tell: (payment: Unnoticed) => Promise<unknown>]>([
    ["pushes", ({ stx }) => shop.sandbox.push(stx)],
    ["shoppers who come back", ({ wayBack }) => comeBack(wayBack)],
    [
      "the admin",
      async (payment) => {
        const { id } = await rowOf(shop, payment)
        return await shop.admin.call(`/admin/secuconnect/payments/${id}/refresh`, { body: {} })
      },
    ],
  ])(
    "told by %s: nobody hears of payments without order, and all get theirs",
    async (_by, tell) => {
      const paid = await payTogether(3, CASE)
      await whileStockIsLocked(paid, () => Promise.all(paid.map(tell)))
      const failed = await Promise.all(paid.map(failures))
      expect(failed.flat().length).toBeGreaterThan(0)
      for (const payment of paid) {
        expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
        expect(await announcedOf(shop, payment)).not.toContain("secuconnect.payment_orphaned")
      }
      // Due in a minute, at the latest.
      await shop.db.run(
        "UPDATE secuconnect_checkout SET due_at = due_at - interval '90 seconds' WHERE due_at IS NOT NULL",
      )
      await tick(shop)
      for (const payment of paid) {
        expect(await readBooks(shop, payment.cartId)).toMatchObject({ orders: 1 })
        expect(await rowOf(shop, payment)).toMatchObject({ attention: null })
      }
    },
  )
})

describe("all pushes of an outage at once", () => {
  const answered = z.object({ status: z.number(), wait: z.string().nullable() })

  it("are taken, or put off with 503 and Retry-After; nothing is told and nothing is lost", async () => {
    const paid = await payTogether(40, PEN)
    const urls = await Promise.all(paid.map(async ({ stx }) => await pushUrlOf(stx)))
    const pushes = [...urls, ...urls, ...urls.slice(0, 20)]
    const answers = await Promise.all(
      pushes.map(async (url) => {
        const { status, headers } = await fetch(url, { method: "POST", headers: ALONE })
        return answered.parse({ status, wait: headers.get("retry-after") })
      }),
    )
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    const off = answers.filter(({ status }) => status === 503)
    expect(off.length).toBeGreaterThan(0)
    expect(new Set(off.map(({ wait }) => wait))).toEqual(new Set(["60"]))
    await until(
      "all orders",
      async () => {
        await tick(shop)
        const rows = await Promise.all(paid.map((payment) => rowOf(shop, payment)))
        expect(rows.filter(({ attention }) => attention !== null)).toEqual([])
        return rows.every(({ order_id }) => order_id !== null) ? true : undefined
      },
      300_000,
    )
    for (const payment of paid) {
      expect(await told(payment)).toEqual(["secuconnect.payment_accepted"])
      expect(await readBooks(shop, payment.cartId)).toMatchObject({ orders: 1 })
    }
  })

  /** An event is published a moment after the row that it belongs to was written. */
  const told = (payment: Unnoticed) =>
    until("an event", async () => {
      const names = await announcedOf(shop, payment)
      return names.length > 0 ? names : undefined
    })

  const request = z.looseObject({
    application_context: z.looseObject({ return_urls: z.looseObject({ url_push: z.string() }) }),
  })

  const pushUrlOf = async (stx: string) =>
    request.parse((await shop.sandbox.read(stx)).request).application_context.return_urls.url_push
})
