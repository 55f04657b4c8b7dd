import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { obstacleToCancellation } from "../../mapping/books/bookable"
import { lastingProblem, problemOf, type Problem } from "../../mapping/words/problem"
import { readOrderForBooking } from "../../medusa/read-order-for-booking"
import { withOrderMoneyLock } from "../locks"
import type { Deps } from "../deps"
import { firstProblem } from "./first-problem"

/** @returns why the core refused, e.g. because the order has been fulfilled or is being changed */
export async function cancelOrder(deps: Deps, order_id: string): Promise<Problem | null> {
  try {
    return await withOrderMoneyLock(deps, { order_id, payment_id: null }, () =>
      cancelOrderUnderLock(deps, order_id),
    )
  } catch (error) {
    return problemOf(error)
  }
}

/** The same for whoever holds the lock of the order's money. */
export async function cancelOrderUnderLock(
  { container, query }: Deps,
  order_id: string,
): Promise<Problem | null> {
  const order = await readOrderForBooking(query, order_id)
  const obstacle = order && obstacleToCancellation(order)
  if (obstacle) return lastingProblem(obstacle)
  const { errors } = await cancelOrderWorkflow(container).run({
    input: { order_id, no_notification: false },
    throwOnError: false,
  })
  return firstProblem(errors)
}
