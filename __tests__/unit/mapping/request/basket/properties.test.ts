import fc from "fast-check"
import { toBasket, type Basket } from "../../../../../src/mapping/request/basket"
import { pricedCart, type PricedCart } from "./arbitrary-cart"
import { RULES } from "./rules"

const runs = Number(process.env["PROPERTY_RUNS"] ?? 2_000)
const seed = Number(process.env["PROPERTY_SEED"] ?? Date.now() % 2 ** 31)

function basketOf({ cart, amount }: PricedCart): Basket {
  const source = { cart, automatic_codes: ["AUTO"], order_number: null }
  return toBasket({ source, amount, language: "en", detail: "full", reference: "REF" })
}

/** fast-check prints the seed and the smallest cart that breaks a rule. */
it(`holds for ${runs} random carts, seed ${seed}: ${Object.keys(RULES).join("; ")}`, () => {
  const holds = (priced: PricedCart) => {
    const basket = basketOf(priced)
    const broken = Object.entries(RULES).filter(([, rule]) => !rule(priced, basket))
    if (broken.length > 0) throw new Error(`Broken: ${broken.map(([name]) => name).join("; ")}`)
  }
  fc.assert(fc.property(pricedCart, holds), { numRuns: runs, seed })
}, 1_800_000)
