import { ChangeActionType, MathBN, Modules, OrderChangeType } from "@medusajs/framework/utils"
import { obstacleToRefund, type OrderForBooking } from "../../mapping/books/bookable"
import { missingCreditLine } from "../../mapping/books/missing-credit-line"
import { findOpenChange, readOrderForBooking } from "../../medusa/read-order-for-booking"
import { readOrderHistory, type OrderModule } from "../../medusa/read-order-history"
import type { MedusaOrderBooks, MedusaPayment, MedusaTransaction } from "../../medusa/read-payments"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** A payment, the books of its order, and which refunds are no longer on their way. */
export interface RefundedOrder {
  payment: MedusaPayment
  order: MedusaOrderBooks
  before: Date
}

/** The one that the log is to name. */
interface Of {
  checkout: Pick<CheckoutRow, "reference">
}

interface MissingCreditLine {
  order: OrderForBooking
  /** Major units. The core compares it with a number. */
  amount: number
}

type Reading = Pick<Deps, "query" | "container">

const orderModule = ({ container }: Reading) => container.resolve<OrderModule>(Modules.ORDER)

/**
 * The credit line that the core writes with a refund and that a crash, or something else that happened
 * to the order at the same moment, has kept from being made: without it the order owes what was given
 * back.
 *
 * @returns null when none is missing, and while a refund of the order may still be on its way
 */
export async function findMissingCreditLine(
  deps: Reading,
  { payment, order, before }: RefundedOrder,
): Promise<MissingCreditLine | null> {
  const booked = new Map(payment.refunds.map(({ id, created_at }) => [id, created_at]))
  const given = order.transactions.filter(({ amount }) => MathBN.lt(amount, 0))
  const ours = given.filter(({ reference_id }) => reference_id && booked.has(reference_id))
  const isYoung = ({ reference_id, created_at }: MedusaTransaction) =>
    (booked.get(reference_id ?? "") ?? created_at) >= before
  if (ours.length === 0 || given.some(isYoung)) return null
  const found = await readOrderForBooking(deps.query, order.id)
  if (!found || found.canceled) return null
  const history = await readOrderHistory(orderModule(deps), order.id)
  const transactions = order.transactions.toSorted(
    (one, other) => one.created_at.getTime() - other.created_at.getTime(),
  )
  const refunded = MathBN.mult(MathBN.sum(...ours.map(({ amount }) => amount)), -1)
  const amount = MathBN.min(missingCreditLine({ ...history, transactions }), refunded)
  return MathBN.gt(amount, DUST) ? { order: found, amount: amount.toNumber() } : null
}

/** Less than the smallest unit of any currency is what a division has left. */
const DUST = 0.000_1

/** @returns whether it is to be looked at again: a change of the order is open, or a line was added */
export async function repairCreditLine(deps: Deps, refunded: RefundedOrder & Of): Promise<boolean> {
  const missing = await findMissingCreditLine(deps, refunded)
  if (!missing) return false
  const { amount } = missing
  const order = await withoutDanglingChange(deps, missing.order, refunded)
  if (obstacleToRefund({ ...order, pending_difference: 0 }, amount) !== null) return true
  await addCreditLine(deps, { ...refunded, amount })
  const { reference } = refunded.checkout
  deps.logger.warn(`secuconnect: ${reference}: the credit line of a refund was added, ${amount}.`)
  return true
}

/**
 * A server that died between two steps of the core has left the change that was to bring the credit
 * line: nobody sees it in the admin, and it stands in the way of every other change and refund.
 */
async function withoutDanglingChange(
  deps: Deps,
  order: OrderForBooking,
  { before, checkout: { reference } }: Of & Pick<RefundedOrder, "before">,
): Promise<OrderForBooking> {
  const type = OrderChangeType.CREDIT_LINE
  if (order.open_change !== type) return order
  const change = await findOpenChange(deps.query, order.id)
  if (change?.change_type !== type || change.created_at >= before) return order
  await orderModule(deps).cancelOrderChange(change.id)
  deps.logger.warn(`secuconnect: ${reference}: a change that a refund had left open was closed.`)
  return { ...order, open_change: null }
}

/**
 * What the core's own step for refunds writes; that one is not exported. Its workflow for a merchant's
 * credit lines asks the order's summary, of which there may be two, whether anything is owed.
 */
async function addCreditLine(
  deps: Reading,
  { order, payment, amount }: RefundedOrder & { amount: number },
): Promise<void> {
  const orders = orderModule(deps)
  const change = await orders.createOrderChange({
    order_id: order.id,
    change_type: OrderChangeType.CREDIT_LINE,
    actions: [
      {
        order_id: order.id,
        action: ChangeActionType.CREDIT_LINE_ADD,
        reference: "payment_collection",
        ...(payment.payment_collection_id && { reference_id: payment.payment_collection_id }),
        amount,
      },
    ],
  })
  await orders.confirmOrderChange(change.id)
}
