import {
  hasDiscounts,
  parseAutomaticCodes,
  parseSessionCart,
  parseSessionOrderNumber,
  SESSION_CART_FIELDS,
  SESSION_ORDER_FIELDS,
  SESSION_PROMOTION_FIELDS,
  type PaymentSource,
} from "../mapping/request/cart"

/** The part of Medusa's Query that is used here; rows are parsed by whoever asks. */
export interface GraphQuery {
  graph(config: {
    entity: string
    fields: string[]
    filters: Record<string, string>
  }): Promise<{ data: unknown[] }>
}

/**
 * Reads what a payment session pays for. The session's row is committed before the provider is
 * called, so its id leads to the cart; nothing that a browser sent is used.
 *
 * @throws ZodError when Query does not know the session
 */
export async function readPaymentSource(
  query: GraphQuery,
  session_id: string,
): Promise<PaymentSource> {
  const read = async (fields: string[]) => {
    const filters = { id: session_id }
    return (await query.graph({ entity: "payment_session", fields, filters })).data[0]
  }
  const cart = parseSessionCart(await read(SESSION_CART_FIELDS))
  const automatic_codes =
    cart && hasDiscounts(cart) ? parseAutomaticCodes(await read(SESSION_PROMOTION_FIELDS)) : []
  const order_number = cart ? null : parseSessionOrderNumber(await read(SESSION_ORDER_FIELDS))
  return { cart, automatic_codes, order_number }
}
