import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import fc from "fast-check"
import { z } from "zod"
import type { Cart } from "../../../src/mapping/request/cart"
import { currencyExponent, toMinorUnits } from "../../../src/mapping/words/currency"
import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { pricedCart } from "../mapping/request/basket/arbitrary-cart"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Mishap, type Vendor } from "./support/vendor"

const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 40)

afterEach(stopServers)

interface Store {
  vendor: Vendor
  bench: Bench
  /** As Medusa does: the refund's row is there before the call and goes when it fails. */
  refund(amount: BigNumberInput): Promise<void>
}

/** A captured payment: what Medusa has captured, and what was charged for it. */
async function openStore(captured: BigNumberInput, currency_code: string): Promise<Store> {
  const charged = toMinorUnits(captured, currency_code)
  const vendor = await startVendor({ effective: charged }, { sum: charged })
  const bench = await openBench(vendor.url)
  const currency = { currency_code, currency_exponent: currencyExponent(currency_code) }
  await bench.ledger.updateCheckouts({ id: bench.checkout.id, amount: charged, ...currency })
  const created_at = new Date()
  const captures = [{ id: "capt_1", amount: captured, created_at }]
  let refunds: object[] = []
  let count = 0
  const write = (rows: object[]) => {
    refunds = rows
    bench.known["refund"] = refunds.map((row) => ({ ...row, payment: { id: "pay_1" } }))
    bench.known["payment"] = [{ id: "pay_1", captures, refunds }]
  }
  return {
    vendor,
    bench,
    refund: async (amount) => {
      const before = refunds
      const refund_id = `ref_${String((count += 1))}`
      write([...before, { id: refund_id, amount, created_at }])
      try {
        const data = { checkout_id: bench.checkout.id }
        await refundPayment(bench, { data, amount, refund_id })
      } catch (error) {
        write(before)
        throw error
      }
    },
  }
}

const left = ({ vendor }: Store) => vendor.transactions["STX_1"]?.payments[0]?.effective

const sent = ({ vendor }: Store) => vendor.moved.map((call) => Number(call.split(" ").at(-1)))

describe("an order refunded in parts: the total is rounded, not each part", () => {
  it.each([
    { parts: [3.335, 3.335, 3.33], sends: [334, 333, 333] },
    { parts: ["6.664", "6.664", "6.672"], sends: [666, 667, 667] },
    { parts: [0.004, 0.004, 9.992], sends: [1, 999] },
    { parts: [9.998, 0.001, 0.002], sends: [1000] },
    { parts: ["2.4999999999999999", "2.5000000000000001", 5], sends: [250, 250, 500] },
    { parts: [1.125, 1.125, 1.125, 1.125], sends: [113, 112, 113, 112] },
  ])("$parts EUR: sends $sends cents", async ({ parts, sends }) => {
    const store = await openStore(MathBN.sum(...parts), "eur")
    for (const part of parts) await store.refund(part)
    expect(sent(store)).toEqual(sends)
    expect(left(store)).toBe(0)
  })

  it.each([
    { currency: "jpy", parts: [333.4, 333.4, 333.2], sends: [333, 334, 333] },
    { currency: "kwd", parts: [1.00055, 1.00055, 1.0009], sends: [1001, 1000, 1001] },
  ])("$parts $currency: sends $sends minor units", async ({ currency, parts, sends }) => {
    const store = await openStore(MathBN.sum(...parts), currency)
    for (const part of parts) await store.refund(part)
    expect(sent(store)).toEqual(sends)
  })

  it("what an older version has sent part by part is made up for by the last one", async () => {
    const store = await openStore("43.595", "eur")
    await store.refund("14.125")
    await store.refund("15.895")
    const [, second] = await store.bench.requests()
    await store.bench.ledger.updateMoneyRequests({ id: second?.id ?? "", amount: 1590 })
    const payment = store.vendor.transactions["STX_1"]?.payments[0]
    if (payment) payment.effective -= 1590 - (second?.amount ?? 0)
    await store.refund("13.575")
    expect(left(store)).toBe(0)
  })

  it("what Medusa shows rounded can be typed: no more than was charged goes back", async () => {
    const store = await openStore("43.604", "eur")
    await store.refund("43.609")
    expect(sent(store)).toEqual([4360])
  })

  it("a whole cent too much is refused", async () => {
    const store = await openStore("31.90", "eur")
    await expect(store.refund("31.91")).rejects.toThrow("only 31.9 EUR are left at secuconnect")
  })

  it.each<Mishap>(["lost_before", "lost_after", "garbage_after"])(
    "a part that is repeated after %s takes what it took before",
    async (mishap) => {
      const store = await openStore("10.00", "eur")
      await store.refund("3.335")
      store.vendor.mishap = mishap
      await store.refund("3.335").catch(() => undefined)
      store.vendor.mishap = null
      await store.bench.age()
      const taken = () => 1000 - (left(store) ?? 0)
      if (taken() === 334 || mishap === "lost_before") await store.refund("3.335")
      await store.refund("3.33")
      expect(left(store)).toBe(0)
      const done = (await store.bench.requests()).filter(({ state }) => state === "done")
      expect(done.map(({ amount }) => amount)).toEqual([334, 333, 333])
    },
  )
})

describe("whatever is bought and in whatever order it is refunded", () => {
  const purchase = fc.record({
    priced: pricedCart,
    shuffle: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
    cuts: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
  })

  it("nothing is refused, what is sent comes to what was charged, and no cent is left", async () => {
    await fc.assert(
      fc.asyncProperty(purchase, async ({ priced, shuffle, cuts }) => {
        const { cart } = priced
        const totals = lineTotals(cart)
        const parts = inOrder(splitSome(totals, cuts), shuffle)
        const captured = MathBN.sum(0, ...parts)
        fc.pre(toMinorUnits(captured, cart.currency_code) > 0)
        const store = await openStore(captured, cart.currency_code)
        for (const part of parts) await store.refund(part)
        const sum = sent(store).reduce((total, amount) => total + amount, 0)
        expect(sum).toBe(toMinorUnits(captured, cart.currency_code))
        expect(left(store)).toBe(0)
        await stopServers()
      }),
      { numRuns: RUNS },
    )
  }, 1_800_000)
})

const line = z.object({ total: z.custom<BigNumberInput>() })
const pricedLines = z.object({ items: z.array(line), shipping_methods: z.array(line) })

/** What Medusa shows as the total of each article and shipping method. */
function lineTotals(cart: Cart): BigNumberInput[] {
  const { items, shipping_methods } = pricedLines.parse(decorateCartTotals(structuredClone(cart)))
  return [...items, ...shipping_methods].map(({ total }) => MathBN.convert(total).toFixed())
}

/** Some articles come back one by one. */
function splitSome(totals: BigNumberInput[], cuts: number[]): BigNumberInput[] {
  return totals.flatMap((total, index) => {
    const cut = cuts[index]
    if (cut === undefined) return [total]
    const first = MathBN.mult(total, cut / 100).decimalPlaces(6)
    return [first.toFixed(), MathBN.sub(total, first).toFixed()]
  })
}

function inOrder(parts: BigNumberInput[], shuffle: number[]): BigNumberInput[] {
  return parts
    .map((part, index) => ({ part, key: shuffle[index % shuffle.length] ?? 0 }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ part }) => part)
    .filter((part) => MathBN.gt(part, 0))
}
