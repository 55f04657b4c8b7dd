import type { OrderForBooking } from "../../mapping/books/bookable"
import { notAllowed } from "../../mapping/words/errors"
import { findPaymentOfOrder, readOrderForBooking } from "../../medusa/read-order-for-booking"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/**
 * Refuses, before anything is sent, what the core would fail to book afterwards: it has no way to take
 * money back that has been moved.
 *
 * @param what is to be done: "refund"
 * @throws MedusaError that says what is in the way and what to do
 */
export async function refuseUnbookable(
  { query }: ProviderDeps,
  { payment_session_id }: CheckoutRow,
  { what, obstacleTo }: { what: string; obstacleTo: (order: OrderForBooking) => string | null },
): Promise<void> {
  const found = await findPaymentOfOrder(query, payment_session_id)
  const order = found && (await readOrderForBooking(query, found.order_id))
  const obstacle = order && obstacleTo(order)
  if (!obstacle) return
  throw notAllowed(
    `secuconnect: no ${what}, nothing was sent. ${obstacle}.`,
    "secuconnect_money_request_failed",
  )
}
