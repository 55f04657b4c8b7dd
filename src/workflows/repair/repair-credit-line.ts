import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { MathBN } from "@medusajs/framework/utils"
import {
  missingCreditLine,
  obstacleToRefund,
  type OrderForBooking,
} from "../../mapping/books/bookable"
import { readOrderForBooking } from "../../medusa/read-order-for-booking"
import type { MedusaOrderBooks, MedusaPayment } from "../../medusa/read-payments"
import type { Deps } from "../deps"

/** A payment, the books of its order, and which refunds are no longer on their way. */
export interface RefundedOrder {
  payment: MedusaPayment
  order: MedusaOrderBooks
  before: Date
}

interface MissingCreditLine {
  order: OrderForBooking
  /** Major units. The core compares it with a number. */
  amount: number
}

/**
 * The credit line that the core writes with a refund and that a crash, or a change of the order that
 * was open, has kept from being made: without it the order owes what was given back.
 *
 * @returns null when none is missing
 */
export async function findMissingCreditLine(
  { query }: Pick<Deps, "query">,
  { payment, order, before }: RefundedOrder,
): Promise<MissingCreditLine | null> {
  const ids = new Set(
    payment.refunds.flatMap(({ id, created_at }) => (created_at < before ? [id] : [])),
  )
  const refunded = order.transactions.filter(
    ({ reference_id, version }) =>
      reference_id && ids.has(reference_id) && version === order.version,
  )
  if (refunded.length === 0) return null
  const found = await readOrderForBooking(query, order.id)
  const amount = found && missingCreditLine(found, refunded)
  return found && amount && MathBN.gt(amount, 0)
    ? { order: found, amount: amount.toNumber() }
    : null
}

/** @returns whether it waits for a change of the order that is open */
export async function repairCreditLine(deps: Deps, refunded: RefundedOrder): Promise<boolean> {
  const missing = await findMissingCreditLine(deps, refunded)
  if (!missing) return false
  const { order, amount } = missing
  if (obstacleToRefund({ ...order, pending_difference: 0 }, amount) !== null) return true
  // What the core's own step for refunds writes; that one is not exported.
  const reference_id = refunded.payment.payment_collection_id ?? null
  const line = { reference: "payment_collection", reference_id, amount }
  await createOrderCreditLinesWorkflow(deps.container).run({
    input: { id: order.id, credit_lines: [line] },
  })
  deps.logger.warn(`secuconnect: ${order.id}: the credit line of a refund was added, ${amount}.`)
  return false
}
