import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"

const amount = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
const text = z.string().nullish()

const adjustment = z.object({
  code: text,
  amount,
  is_tax_inclusive: z.boolean().nullish(),
})

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
  is_tax_inclusive: z.boolean().nullish(),
  tax_lines: z.array(taxLine).nullish(),
  adjustments: z.array(adjustment).nullish(),
})

const shippingMethod = z.object({
  id: z.string(),
  name: text,
  amount,
  is_tax_inclusive: z.boolean().nullish(),
  tax_lines: z.array(taxLine).nullish(),
  adjustments: z.array(adjustment).nullish(),
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

const cart = z.object({
  id: z.string(),
  email: text,
  locale: text,
  currency_code: z.string(),
  items: z.array(item).nullish(),
  shipping_methods: z.array(shippingMethod).nullish(),
  credit_lines: z.array(z.object({ amount })).nullish(),
  billing_address: address.nullish(),
  shipping_address: address.nullish(),
})

const sessionWithCart = z.object({
  id: z.string(),
  payment_collection: z.object({ cart: cart.nullish() }),
})

const sessionWithOrder = z.object({
  id: z.string(),
  payment_collection: z.object({ order: z.object({ display_id: z.number().nullish() }).nullish() }),
})

export type Cart = z.output<typeof cart>
export type CartItem = z.output<typeof item>
export type CartShippingMethod = z.output<typeof shippingMethod>
export type CartAdjustment = z.output<typeof adjustment>
export type CartAddress = z.output<typeof address>

/** What a payment session pays for: a cart, or later something that is due on an order. */
export interface PaymentSource {
  cart: Cart | null
  /** Number of the order that an order edit, an exchange or a payment link belongs to. */
  order_number: number | null
}

/** Fields to ask Query for at `payment_session`: only what the request to secuconnect needs. */
export const SESSION_CART_FIELDS = ["id", ...fieldsAt("payment_collection.cart", cart.shape)]

/** The same for a session whose collection has no cart. Asking for both at once costs twice. */
export const SESSION_ORDER_FIELDS = ["id", "payment_collection.order.display_id"]

/** @throws ZodError when Query's answer is not the session that was asked for */
export function parseSessionCart(row: unknown): Cart | null {
  return sessionWithCart.parse(row).payment_collection.cart ?? null
}

/** @throws ZodError when Query's answer is not the session that was asked for */
export function parseSessionOrderNumber(row: unknown): number | null {
  return sessionWithOrder.parse(row).payment_collection.order?.display_id ?? null
}

/** "a.b" for every leaf of a schema, so that schema and query cannot drift apart. */
function fieldsAt(path: string, shape: Record<string, z.core.$ZodType>): string[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const inner = innerObject(schema)
    return inner ? fieldsAt(`${path}.${name}`, inner.shape) : [`${path}.${name}`]
  })
}

function innerObject(schema: z.core.$ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodArray) return innerObject(schema.element)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return innerObject(schema.unwrap())
  }
  return null
}
