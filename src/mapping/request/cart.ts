import { z } from "zod"
import { amount, flag, list, text } from "../words/rows"

/** The core keeps no `is_tax_inclusive` with discounts on shipping: they are net. */
const shippingAdjustment = z.object({ code: text, amount })

const adjustment = shippingAdjustment.extend({ is_tax_inclusive: flag })

const taxLine = z.object({ rate: amount })

const item = z.object({
  id: z.string(),
  title: text,
  product_title: text,
  variant_title: text,
  variant_sku: text,
  variant_barcode: text,
  quantity: amount,
  unit_price: amount,
  is_tax_inclusive: flag,
  tax_lines: list(taxLine),
  adjustments: list(adjustment),
})

const shippingMethod = z.object({
  id: z.string(),
  name: text,
  amount,
  is_tax_inclusive: flag,
  tax_lines: list(taxLine),
  adjustments: list(shippingAdjustment),
})

const address = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address_1: text,
  address_2: text,
  postal_code: text,
  city: text,
  country_code: text,
  phone: text,
})

/** A cart as Medusa's Query gives it: only what the request to secuconnect needs. */
export const cartSchema = z.object({
  id: z.string(),
  email: text,
  locale: text,
  currency_code: z.string(),
  items: list(item),
  shipping_methods: list(shippingMethod),
  credit_lines: list(z.object({ amount })),
  billing_address: address.nullish(),
  shipping_address: address.nullish(),
})

export type Cart = z.output<typeof cartSchema>
export type CartItem = z.output<typeof item>
export type CartShippingMethod = z.output<typeof shippingMethod>
export type CartAddress = z.output<typeof address>

/** What a payment session pays for: a cart, or later something that is due on an order. */
export interface PaymentSource {
  /** Of the session; left out where there is none yet. */
  payment_collection_id?: string
  /** Null where an order is paid. */
  cart: Cart | null
  /** The order that is paid, in the shape of a cart; left out where a cart is. */
  order?: Cart | null
  /** Promotion codes that nobody typed: they say nothing to the customer. */
  automatic_codes: string[]
  /** Number of the order that an order edit, an exchange or a payment link belongs to. */
  order_number: number | null
}

/** What is bought, and by whom; null where nobody knows. */
export function boughtIn({ cart, order }: PaymentSource): Cart | null {
  return cart ?? order ?? null
}

/** Whether any promotion has touched the cart. */
export function hasDiscounts({ items, shipping_methods }: Cart): boolean {
  return [...items, ...shipping_methods].some((line) => line.adjustments.length > 0)
}
