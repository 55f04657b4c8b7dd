import { Modules } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import { lastingProblem, problemOf, type Problem } from "../../mapping/words/problem"
import { payableTarget } from "../../mapping/status/payable-payment"
import type { CheckoutRow, EventSource, RefundTarget } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withOrderMoneyLock } from "../locks"
import { bookRefund, bookWhatIsMissing } from "./book-refund"

export interface UnwantedPayment {
  checkout: CheckoutRow
  medusa: MedusaState | null
  source: EventSource
}

const reasonOf = (medusa: MedusaState | null) =>
  medusa?.order?.canceled ? "Order cancelled" : "No order"

/**
 * Refunds money that no order wants, or that is left on a cancelled order: in full at secuconnect, and
 * in Medusa's books where a payment of this checkout was booked. The effective amount, read just
 * before, decides whether anything is called, so nothing is refunded twice after a lost answer.
 *
 * @returns why it did not work
 */
export async function refundUnwanted(
  deps: Deps,
  unwanted: UnwantedPayment,
): Promise<Problem | null> {
  const { medusa } = unwanted
  const order_id = medusa?.order?.id
  const payment_id = medusa?.payment?.id ?? null
  const work = () => refundAlone(deps, unwanted)
  try {
    return await (order_id ? withOrderMoneyLock(deps, { order_id, payment_id }, work) : work())
  } catch (error) {
    return problemOf(error)
  }
}

async function refundAlone(deps: Deps, unwanted: UnwantedPayment): Promise<Problem | null> {
  const { checkout, medusa } = unwanted
  const target = payableTarget(checkout.payments ?? [])
  if (!target) return lastingProblem("there is no payment at secuconnect to refund")
  const left = await deps.ledger.refunds.readTarget(target)
  if (left.effective > 0) await refundWhole(deps, checkout, { left, reason: reasonOf(medusa) })
  return await closeBooks(deps, unwanted)
}

/**
 * @throws SecuconnectError; an unclear one leaves the request open. MedusaError while another request
 *   that gives money back is open, see `MoneyRequests.open`
 */
async function refundWhole(
  { ledger }: Deps,
  { id: checkout_id }: CheckoutRow,
  { left, reason }: { left: RefundTarget; reason: string },
): Promise<void> {
  const { target_id, effective: amount, refund_ids: refunds_before } = left
  const request = await ledger.moneyRequests.open({
    ...{ checkout_id, kind: "refund", target_id, amount, amount_before: amount },
    ...{ refunds_before, reason },
  })
  const sent = await ledger.refunds.send(request)
  if (!sent.ok && sent.outcome !== "done") throw sent.failure
}

/** Medusa's own payment of this checkout: refunded where it was captured, else cancelled. */
async function closeBooks(
  deps: Deps,
  { checkout, medusa, source }: UnwantedPayment,
): Promise<Problem | null> {
  const payment = medusa?.payment
  if (!payment || payment.checkout_id !== checkout.id || payment.canceled) return null
  if (!payment.captured) {
    await deps.container.resolve(Modules.PAYMENT).cancelPayment(payment.id)
    return null
  }
  const amount = payment.captured_amount - payment.refunded_amount
  if (amount <= 0) return null
  const emptied = { ...checkout, effective_amount: 0 }
  const refund = { checkout: emptied, medusa, payment_id: payment.id, amount, source }
  return await (medusa.order ? bookWhatIsMissing(deps, refund) : bookRefund(deps, refund))
}
