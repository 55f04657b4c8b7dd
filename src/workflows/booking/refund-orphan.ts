import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import { causeOf } from "../../mapping/words/errors"
import { payableTarget } from "../../mapping/status/payable-payment"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { SecuconnectError } from "../../secuconnect"
import { bookRefund } from "./book-refund"

export interface Orphan {
  checkout: CheckoutRow
  view: MedusaState | null
  source: EventSource
}

const reasonOf = (view: MedusaState | null) =>
  view?.order?.canceled ? "Order cancelled" : "No order"

/**
 * Gives money back that no order wants, or one that is cancelled: in full at secuconnect, and in the
 * payment module where a payment of this checkout was booked. What is left there decides whether
 * anything is called, so a repetition after a lost answer refunds nothing twice.
 *
 * @returns why it did not work, in one line
 */
export async function refundOrphan(
  container: MedusaContainer,
  orphan: Orphan,
): Promise<string | null> {
  const { checkout, view } = orphan
  const target = payableTarget(checkout.payments ?? [])
  if (!target) return "there is no payment at secuconnect to refund"
  try {
    const { client } = container.resolve(SECUCONNECT_MODULE)
    const { amount } = await client.payments.checkStatus(target)
    if (amount > 0) await giveBack(container, checkout, { target, amount, reason: reasonOf(view) })
    return await closeBooks(container, orphan)
  } catch (error) {
    return causeOf(error)
  }
}

/** @throws SecuconnectError; an unclear one leaves the request open */
async function giveBack(
  container: MedusaContainer,
  checkout: CheckoutRow,
  { target, amount, reason }: { target: string; amount: number; reason: string },
): Promise<void> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const { id } = await ledger.createMoneyRequests({
    checkout_id: checkout.id,
    kind: "refund",
    target_id: target,
    amount,
    amount_before: amount,
    reason,
  })
  try {
    await ledger.client.payments.cancel(target, { reduce_amount_by: amount, reason })
    await ledger.updateMoneyRequests({ id, state: "done" })
  } catch (error) {
    const unclear = error instanceof SecuconnectError && error.outcomeUnknown
    if (!unclear) await ledger.updateMoneyRequests({ id, state: "refused" })
    throw error
  }
}

/** A payment that Medusa holds for it: captured is refunded, promised is cancelled. */
async function closeBooks(
  container: MedusaContainer,
  { checkout, view, source }: Orphan,
): Promise<string | null> {
  const payment = view?.payment
  if (!payment || payment.checkout_id !== checkout.id || payment.canceled) return null
  if (!payment.captured) {
    await container.resolve(Modules.PAYMENT).cancelPayment(payment.id)
    return null
  }
  const amount = payment.captured_amount - payment.refunded_amount
  if (amount <= 0) return null
  const emptied = { ...checkout, effective_amount: 0 }
  return await bookRefund(container, {
    checkout: emptied,
    view,
    payment_id: payment.id,
    amount,
    source,
  })
}
