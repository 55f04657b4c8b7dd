import { z } from "zod"
import { cartSchema, hasDiscounts, type Cart } from "../mapping/request/cart"
import { flag, list, text } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

/** The order module puts items together of two tables: asked for by name, they lack quantities. */
const FIELDS = [
  ...["id", "email", "locale", "currency_code", "credit_lines.*"],
  ...["items.*", "items.detail.*", "items.tax_lines.*", "items.adjustments.*"],
  ...["shipping_methods.*", "shipping_methods.tax_lines.*", "shipping_methods.adjustments.*"],
  ...["billing_address.*", "shipping_address.*"],
]

/** Of a cart or an order. */
export const promotionSchema = z.object({ code: text, is_automatic: flag })
const orderWithPromotions = z.object({ promotions: list(promotionSchema) })

/** What an order consists of as it is now, in the shape of a cart, and codes that nobody typed. */
export interface BoughtOrder {
  order: Cart | null
  automatic_codes: string[]
}

/** `order` null where there is no such order, or no id. */
export async function readBoughtOrder(
  query: Query,
  id: string | null | undefined,
): Promise<BoughtOrder> {
  const by = { id }
  const wanted = { entity: "order", schema: cartSchema, fields: FIELDS, by }
  const order = await findOne(query, wanted)
  const found =
    order && hasDiscounts(order)
      ? await findOne(query, { entity: "order", schema: orderWithPromotions, by })
      : null
  return { order, automatic_codes: automaticCodes(found?.promotions ?? []) }
}

/** Promotion codes that nobody typed: they say nothing to the customer. */
export function automaticCodes(promotions: z.output<typeof promotionSchema>[]): string[] {
  return promotions.flatMap(({ code, is_automatic }) => (is_automatic && code ? [code] : []))
}
