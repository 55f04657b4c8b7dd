import type { Sandbox } from "../sandbox"
import type { Payment } from "../state/records"
import { effectiveAmount } from "./amounts"
import { addRefund, advance, enter } from "./payments"
import { paymentStates } from "./payment-states"
import { WrongState } from "./wrong-state"

/** More was asked back than there is. */
export class NotRefundable extends Error {
  override readonly name = "NotRefundable"
}

interface Cancellation {
  /** Minor units; absent means everything that is left. */
  amount?: number | undefined
  reason?: string | undefined
}

/**
 * Cancels or refunds a payment. Before execution the amount is reduced or the payment void; after
 * it each call makes a refund.
 * @returns the refund, or null when none was made
 * @throws WrongState, NotRefundable
 * @see https://developer.secuconnect.com/integration/Cancel_or_Refund_a_Payment.html
 */
export function cancelPayment(
  sandbox: Sandbox,
  payment: Payment,
  wish: Cancellation,
): Payment | null {
  const money = cancellableMoney(payment)
  const left = effectiveAmount(sandbox.state, payment)
  const amount = wish.amount ?? left
  if (amount > left || amount === 0) {
    throw new NotRefundable(
      `${amount} cannot be cancelled or refunded: ${left} of payment ${payment.id} is left`,
    )
  }
  if (money === "taken") return refund(sandbox, payment, { amount, reason: wish.reason ?? null })
  if (amount === left) advance(sandbox, payment, "cancel")
  else reduce(sandbox, payment, amount)
  return null
}

function cancellableMoney(payment: Payment): "reserved" | "open" | "taken" {
  const { money } = paymentStates[payment.state]
  if (payment.refundOf !== null) throw new WrongState(`${payment.id} is a refund itself`)
  if (money === "none" || money === "disputed") {
    throw new WrongState(`payment ${payment.id} is "${payment.state}": nothing to cancel or refund`)
  }
  return money
}

function reduce(sandbox: Sandbox, payment: Payment, amount: number): void {
  const isCard = payment.method === "creditcard"
  if (isCard && (payment.reduced || payment.state !== "authorized")) {
    throw new WrongState(
      `a card payment can be reduced exactly once and only while it is "authorized"`,
    )
  }
  payment.amount -= amount
  payment.reduced = true
  sandbox.state.touch(payment)
}

function refund(
  sandbox: Sandbox,
  payment: Payment,
  by: { amount: number; reason: string | null },
): Payment {
  const child = addRefund(sandbox, payment, by)
  sandbox.state.touch(payment)
  if (effectiveAmount(sandbox.state, payment) === 0) {
    enter(sandbox, payment, sandbox.settings.fullRefundSimple === 7 ? "refund_running" : "void")
  }
  return child
}
