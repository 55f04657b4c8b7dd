import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { obstacleToCancellation } from "../../mapping/books/bookable"
import { lastingProblem, type Problem } from "../../mapping/words/problem"
import { causeOf } from "../../mapping/words/errors"
import { readCodesOfOrder, type OrderWithCodes } from "../../medusa/read-codes"
import { readOrderForBooking } from "../../medusa/read-order-for-booking"
import type { Deps } from "../deps"
import { releaseCodes } from "../repair/release-codes"
import { firstProblem } from "./first-problem"

/**
 * For whoever holds the lock of the order's money. Nobody has paid for it, so its discount codes can be used
 * again.
 *
 * @returns why the core refused, e.g. because the order has been fulfilled or is being changed
 */
export async function cancelOrderUnderLock(deps: Deps, order_id: string): Promise<Problem | null> {
  const { container, query } = deps
  const order = await readOrderForBooking(query, order_id)
  const obstacle = order && obstacleToCancellation(order)
  if (obstacle) return lastingProblem(obstacle)
  const codes = order?.canceled === false ? await readCodesOfOrder(query, order_id) : null
  const { errors } = await cancelOrderWorkflow(container).run({
    input: { order_id, no_notification: false },
    throwOnError: false,
  })
  const problem = firstProblem(errors)
  if (problem === null && codes) await releaseCodesOf(deps, order_id, codes)
  return problem
}

/** The order is cancelled whatever becomes of them. */
async function releaseCodesOf(deps: Deps, order_id: string, codes: OrderWithCodes): Promise<void> {
  try {
    await releaseCodes(deps, codes)
  } catch (error) {
    deps.logger.warn(
      `secuconnect: ${order_id} was cancelled, its discount codes stay used: ${causeOf(error)}`,
    )
  }
}
