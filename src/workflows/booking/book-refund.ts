import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import { creditLineOf, obstacleToRefund } from "../../mapping/books/bookable"
import { EVERYTHING_SO_FAR } from "../../mapping/books/dangling-entries"
import { amountToBook } from "../../mapping/money/totals"
import { hasFailed } from "../../mapping/status/lost"
import { toMajorUnits } from "../../mapping/words/currency"
import { lastingProblem, problemOf, type Problem } from "../../mapping/words/problem"
import { readOrderForBooking } from "../../medusa/read-order-for-booking"
import { readMedusaState } from "../../medusa/read-session"
import { readOwnPayment } from "../../medusa/read-payments"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { recordEvent } from "../events/record-event"
import { withOrderMoneyLock } from "../locks"
import { firstProblem } from "./first-problem"
import { repairTransactions } from "../repair/repair-transactions"

/** A refund that has happened at secuconnect already. `amount` in minor units. */
export interface RefundToBook {
  checkout: CheckoutRow
  medusa: MedusaState | null
  payment_id: string
  amount: number
  source: EventSource
}

/**
 * Writes a refund that was made elsewhere into Medusa's books. Nothing is called at secuconnect: the
 * provider recognizes the request's id in the note.
 *
 * @returns why it did not work
 */
export async function bookRefund(deps: Deps, refund: RefundToBook): Promise<Problem | null> {
  const order_id = refund.medusa?.order?.id
  if (!order_id) return await bookAlone(deps, refund)
  const { payment_id } = refund
  try {
    return await withOrderMoneyLock(deps, { order_id, payment_id }, async () => {
      const { id } = refund.checkout
      const current: CheckoutRow = await deps.ledger.retrieveCheckout(id)
      return await bookWhatIsMissing(deps, {
        ...refund,
        checkout: await deps.ledger.refresh(current, refund.source),
      })
    })
  } catch (error) {
    return problemOf(error)
  }
}

/**
 * While the order's money was waited for, a merchant may have refunded: what is booked is compared
 * anew. Only under the order's lock.
 *
 * @param refund its checkout as it is at secuconnect now
 */
export async function bookWhatIsMissing(deps: Deps, refund: RefundToBook): Promise<Problem | null> {
  const { checkout } = refund
  const medusa = await readMedusaState(deps.query, checkout, await deps.ledger.now())
  const payment = medusa?.payment
  const left = hasFailed(checkout) ? 0 : checkout.effective_amount
  if (payment?.checkout_id !== checkout.id || left === null) {
    return lastingProblem("the payment cannot be compared with Medusa's")
  }
  const amount = payment.captured_amount - payment.refunded_amount - left
  return amount > 0 ? await bookAlone(deps, { ...refund, medusa, amount }) : null
}

async function bookAlone(deps: Deps, refund: RefundToBook): Promise<Problem | null> {
  const { checkout, amount } = refund
  const payment = await readOwnPayment(deps.query, checkout)
  const major = amountToBook(payment, amount, checkout)
  if (await isInTheWay(deps, refund, major)) return lastingProblem(WAITS_FOR_CHANGE)
  const { moneyRequests } = deps.ledger
  const request = await moneyRequests.open({
    checkout_id: checkout.id,
    kind: "external_refund",
    target_id: checkout.stx_id ?? "",
    amount,
    amount_before: (checkout.effective_amount ?? 0) + amount,
  })
  const problem = await writeRefund(deps, refund, { request_id: request.id, major })
  const outcome = problem === null ? DONE : ({ outcome: "refused" } as const)
  await moneyRequests.conclude(request, outcome)
  if (problem === null) {
    await concludeLostRefund(deps, refund)
    await recordRefundBooked(deps, refund, request.id)
  }
  return problem
}

const WAITS_FOR_CHANGE =
  "the refund made elsewhere is booked when the pending change of the order is done"

/**
 * Whether the core needs an order change and another one is open, or would credit the order with money that
 * is lost. On a cancelled order it needs none.
 */
async function isInTheWay(
  deps: Deps,
  { checkout, medusa }: RefundToBook,
  major: BigNumberInput,
): Promise<boolean> {
  if (!medusa?.order || medusa.order.canceled) return false
  const order = await readOrderForBooking(deps.query, medusa.order.id)
  if (!order) return false
  const credit = creditLineOf(major, order.pending_difference ?? 0)
  return (hasFailed(checkout) && MathBN.gt(credit, 0)) || obstacleToRefund(order, major) !== null
}

const DONE = { outcome: "done", refund_payment_id: null } as const

/**
 * With an order through the core's workflow, which books the order's transaction as well; it refuses
 * an order that is cancelled, when the refund is there already.
 */
async function writeRefund(
  deps: Deps,
  { checkout, medusa, payment_id }: RefundToBook,
  { request_id, major }: { request_id: string; major: BigNumberInput },
): Promise<Problem | null> {
  const refund = {
    payment_id,
    amount: major,
    note: `Refunded at secuconnect (${request_id})`,
  }
  if (medusa?.order && !medusa.order.canceled) {
    const { errors } = await refundPaymentWorkflow(deps.container).run({
      input: refund,
      throwOnError: false,
    })
    return firstProblem(errors)
  }
  try {
    await deps.container.resolve(Modules.PAYMENT).refundPayment(refund)
    await repairTransactions(deps, checkout, EVERYTHING_SO_FAR)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** A refund of ours whose answer got lost is what has been booked now. */
async function concludeLostRefund(
  { ledger }: Deps,
  { checkout, amount }: RefundToBook,
): Promise<void> {
  const requests = await ledger.moneyRequests.list(checkout.id)
  const same = requests.find(
    (request) => request.kind === "refund" && request.state === "open" && request.amount === amount,
  )
  if (same) await ledger.moneyRequests.conclude(same, DONE)
}

async function recordRefundBooked(
  deps: Deps,
  { checkout, amount, source, payment_id }: RefundToBook,
  request_id: string,
): Promise<void> {
  await recordEvent(deps, checkout, {
    name: "secuconnect.refund_booked",
    source,
    distinct: request_id,
    payload: { payment_id, refunded_amount: toMajorUnits(amount, checkout) },
  })
}
