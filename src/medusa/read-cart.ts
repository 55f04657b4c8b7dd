import { z } from "zod"
import { cartSchema, hasDiscounts, type PaymentSource } from "../mapping/request/cart"
import { flag, list, text } from "../mapping/words/rows"
import { findOne, type Query } from "./query"

const cartWithRegion = cartSchema.extend({ region_id: z.string().nullish() })

export async function readCart(
  query: Query,
  id: string,
): Promise<z.output<typeof cartWithRegion> | null> {
  return await findOne(query, { entity: "cart", schema: cartWithRegion, by: { id } })
}

const sessionOf = <Collection extends z.ZodRawShape>(collection: Collection) =>
  z.object({ id: z.string(), payment_collection: z.object(collection) })

const promotion = z.object({ code: text, is_automatic: flag })
const sessionWithCart = sessionOf({ id: z.string(), cart: cartSchema.nullish() })
const sessionWithPromotions = sessionOf({ cart: z.object({ promotions: list(promotion) }) })
const sessionWithOrder = sessionOf({
  order: z.object({ display_id: z.number().nullish() }).nullish(),
})

/**
 * What a payment session pays for. Its row is committed before the provider is called, so its id
 * leads to the cart; nothing that a browser sent is used. Promotions are another module, an order is
 * a third: they are asked for only where they say something.
 *
 * @throws Error when there is no such session, ZodError when it is not what it should be
 */
export async function readPaymentSource(query: Query, session_id: string): Promise<PaymentSource> {
  const read = async <Session extends z.ZodType>(schema: Session) => {
    const by = { id: session_id }
    const session = await findOne(query, { entity: "payment_session", schema, by })
    if (session === null) throw new Error("There is no such payment session.")
    return session
  }
  const { id: payment_collection_id, ...collection } = (await read(sessionWithCart))
    .payment_collection
  const cart = collection.cart ?? null
  if (!cart) {
    const { order } = (await read(sessionWithOrder)).payment_collection
    const order_number = order?.display_id ?? null
    return { payment_collection_id, cart, automatic_codes: [], order_number }
  }
  const { promotions } = hasDiscounts(cart)
    ? (await read(sessionWithPromotions)).payment_collection.cart
    : { promotions: [] }
  const automatic_codes = promotions.flatMap(({ code, is_automatic }) =>
    is_automatic && code ? [code] : [],
  )
  return { payment_collection_id, cart, automatic_codes, order_number: null }
}
