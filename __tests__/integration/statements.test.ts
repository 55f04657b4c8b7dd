import { z } from "zod"

import { sharedShop, type SharedShop } from "../support/shared-shop"
import {
  askForSession,
  comeBack,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  PEN,
  PROVIDER,
  type CartWish,
} from "../support/shopper"
import { countStatements } from "../support/statements"

const SYSTEM = "pp_system_default"
const RETURN_URL = new URL(`http://localhost:8000/checkout/return?a=1&b=it's "ü" \\? $1`).href

let shop: SharedShop

beforeAll(async () => {
  shop = await sharedShop({ clock: "stands", sandbox: { pushes: false } })
  const body = { payment_providers: [PROVIDER, SYSTEM] }
  await shop.admin.ok(z.unknown(), `/admin/regions/${shop.seeded.region_id}`, { body })
})

afterAll(() => shop.stop())

async function statementsOfStart(provider: string, wish: CartWish): Promise<number> {
  const cart = await fillCart(shop, wish)
  const collection = await openCollection(shop, cart)
  return await countStatements(shop.db, () => askForSession(shop, collection, { provider }))
}

/** The store's own jobs, and the settings every three seconds, may come between: the least counts. */
async function leastOfStarts(provider: string, wish: CartWish): Promise<number> {
  const counts: number[] = []
  for (let nth = 0; nth < 3; nth += 1) counts.push(await statementsOfStart(provider, wish))
  return Math.min(...counts)
}

describe("starting a payment, beside one of the core's own provider", () => {
  it.each<[cart: string, wish: CartWish, most: number]>([
    ["a cart", { items: { [PEN]: 2 }, shipping: "standard" }, 15],
    ["a cart with a discount", { items: { [PEN]: 2 }, codes: ["WELCOME5"] }, 18],
  ])("takes for %s so many statements more at most", async (_cart, wish, most) => {
    const ours = await leastOfStarts(PROVIDER, wish)
    const core = await leastOfStarts(SYSTEM, wish)
    expect(core).toBeGreaterThan(10)
    expect(ours - core).toBeLessThanOrEqual(most)
  })
})

describe("a checkout's row", () => {
  it("holds what it was given, whatever characters are in it, with amounts and times", async () => {
    const payment = await goToCheckout(shop, {
      data: { return_url: RETURN_URL },
    })
    await comeBack(await payAt(shop, payment))
    const [row] = await shop.db.rows(
      z.looseObject({
        payment_ids: z.array(z.string()).length(1),
        payments: z.array(z.object({})),
      }),
      `SELECT * FROM secuconnect_checkout WHERE stx_id = $1`,
      [payment.stx],
    )
    expect(row).toMatchObject({
      amount: "3190",
      raw_amount: { value: "3190", precision: 20 },
      effective_amount: "3190",
      raw_effective_amount: { value: "3190", precision: 20 },
      surplus_amount: "0",
      return_url: RETURN_URL,
      status: "accepted",
    })
  })
})
