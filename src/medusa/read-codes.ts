import { z } from "zod"
import { amount, list, text } from "../mapping/words/rows"
import { findCartOfOrder } from "./links"
import { findOne, type Query } from "./query"

/** A discount by a code, or by a promotion that needs none. */
const adjustments = list(z.object({ amount, code: text }))

/** The part of an order that says which codes it has used, and who did. */
export const orderWithCodes = z.object({
  customer_id: text,
  email: text,
  items: list(z.object({ id: z.string(), adjustments })),
  shipping_methods: list(z.object({ id: z.string(), adjustments })),
})

export type OrderWithCodes = z.output<typeof orderWithCodes>

const placedOrder = orderWithCodes.extend({ version: z.number() })

/**
 * The discount codes that an order was placed with, as far as Medusa has counted them.
 *
 * @returns null when there is no such order, when it was not made of a cart, because Medusa counts no other, and
 *   when it was edited since: nobody knows then what was counted
 */
export async function readCodesOfOrder(query: Query, id: string): Promise<OrderWithCodes | null> {
  const order = await findOne(query, { entity: "order", schema: placedOrder, by: { id } })
  if (order?.version !== 1) return null
  return (await findCartOfOrder(query, id)) === null ? null : order
}
