import { cartTotal, toBasket, type Basket } from "../../../../../src/mapping/request/basket"
import type { Cart } from "../../../../../src/mapping/request/cart"
import { aCart } from "../people/support/carts"

/** An article for 10.00, 19 % included, as a row of Medusa's. */
const PEN = {
  id: "cali_pen",
  product_title: "Pen",
  quantity: 1,
  unit_price: 10,
  is_tax_inclusive: true,
  tax_lines: [{ rate: 19 }],
}

export const SHIPPING = {
  id: "casm_1",
  name: "Standard shipping",
  amount: 4.9,
  is_tax_inclusive: true,
  tax_lines: [{ rate: 19 }],
}

/** A row of Medusa's: whatever the fields hold. */
export type Row = Record<string, unknown>

/** A cart with pens that differ from the usual one. */
export function cartOfPens(pens: Row[], fields: Row = {}): Cart {
  const items = pens.map((pen, index) => ({ ...PEN, id: `cali_${String(index + 1)}`, ...pen }))
  return aCart({ items, ...fields })
}

/** The basket for what Medusa itself makes of the cart, unless another amount is asked for. */
export function basketOf(cart: Cart, amount = cartTotal(cart)): Basket {
  const source = { cart, automatic_codes: ["AUTO"], order_number: null }
  return toBasket({ source, amount, language: "en", detail: "full", reference: "REF" })
}

/** Type, text, quantity × price, tax: the basket at a glance. */
export function glance({ products }: Basket): string[] {
  return products.map(({ item_type, desc, quantity, priceOne, tax }) => {
    return `${item_type} ${desc} ${String(quantity)} × ${String(priceOne)} ${String(tax)}%`
  })
}
