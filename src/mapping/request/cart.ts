import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { isAmount } from "../words/currency"

const amount = z.custom<BigNumberInput>(isAmount, "is no amount")
/** A text of the wrong type is as good as none: it must not keep anybody from paying. */
const text = z.string().nullish().catch(null)
const flag = z.boolean().nullish().transform(Boolean)

function list<Entry extends z.ZodType>(entry: Entry) {
  return z
    .array(entry)
    .nullish()
    .transform((found) => found ?? [])
}

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

const cart = z.object({
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

const sessionWithCart = z.object({
  id: z.string(),
  payment_collection: z.object({ cart: cart.nullish() }),
})

const sessionWithPromotions = z.object({
  id: z.string(),
  payment_collection: z.object({
    cart: z.object({
      promotions: z
        .array(z.object({ code: text, is_automatic: z.boolean().nullish() }).nullish())
        .nullish(),
    }),
  }),
})

const sessionWithOrder = z.object({
  id: z.string(),
  payment_collection: z.object({ order: z.object({ display_id: z.number().nullish() }).nullish() }),
})

export type Cart = z.output<typeof cart>
export type CartItem = z.output<typeof item>
export type CartShippingMethod = z.output<typeof shippingMethod>
export type CartAddress = z.output<typeof address>

/** What a payment session pays for: a cart, or later something that is due on an order. */
export interface PaymentSource {
  cart: Cart | null
  /** Promotion codes that nobody typed: they say nothing to the buyer. */
  automatic_codes: string[]
  /** Number of the order that an order edit, an exchange or a payment link belongs to. */
  order_number: number | null
}

/** Fields to ask Query for at `cart`: only what the request to secuconnect needs. */
export const CART_FIELDS = fieldsAt("", cart.shape)

/** The same at `payment_session`. */
export const SESSION_CART_FIELDS = [
  "id",
  ...CART_FIELDS.map((field) => `payment_collection.cart.${field}`),
]

/** The same for the promotions of a cart that has discounts: another module, another look-up. */
export const SESSION_PROMOTION_FIELDS = [
  "id",
  "payment_collection.cart.promotions.code",
  "payment_collection.cart.promotions.is_automatic",
]

/** The same for a session whose collection has no cart. Asking for both at once costs twice. */
export const SESSION_ORDER_FIELDS = ["id", "payment_collection.order.display_id"]

/** @throws ZodError when Query's answer is no cart */
export function parseCart(row: unknown): Cart {
  return cart.parse(row)
}

/** @throws ZodError when Query's answer is not the session that was asked for */
export function parseSessionCart(row: unknown): Cart | null {
  return sessionWithCart.parse(row).payment_collection.cart ?? null
}

/** @throws ZodError when Query's answer is not the session that was asked for */
export function parseAutomaticCodes(row: unknown): string[] {
  const promotions = sessionWithPromotions.parse(row).payment_collection.cart.promotions ?? []
  return promotions.flatMap((found) => (found?.is_automatic && found.code ? [found.code] : []))
}

/** Whether any promotion has touched the cart. */
export function hasDiscounts({ items, shipping_methods }: Cart): boolean {
  return [...items, ...shipping_methods].some((line) => line.adjustments.length > 0)
}

/** @throws ZodError when Query's answer is not the session that was asked for */
export function parseSessionOrderNumber(row: unknown): number | null {
  return sessionWithOrder.parse(row).payment_collection.order?.display_id ?? null
}

/** "a.b" for every leaf of a schema, so that schema and query cannot drift apart. */
function fieldsAt(prefix: string, shape: Record<string, z.core.$ZodType>): string[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const inner = innerObject(schema)
    return inner ? fieldsAt(`${prefix}${name}.`, inner.shape) : [`${prefix}${name}`]
  })
}

function innerObject(schema: z.core.$ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodArray) return innerObject(schema.element)
  if (schema instanceof z.ZodPipe) return innerObject(schema.in)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return innerObject(schema.unwrap())
  }
  return null
}
