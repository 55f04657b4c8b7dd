import type { Sandbox } from "../sandbox"
import { germanTime } from "../state/dates"
import { newId, newTransactionHash } from "../state/ids"
import type { Payment, SmartTransaction } from "../state/records"
import { simpleStatus } from "./amounts"
import { enterStatus } from "./delivery"
import { methods, type MachineEvent, type Transition } from "./methods"
import type { PaymentMethod } from "./payment-methods"
import type { PaymentStateName } from "./payment-states"
import { WrongState } from "./wrong-state"

/** The transition of a payment's method for this event, if there is one from where it stands. */
export function transitionOf(
  method: PaymentMethod,
  event: MachineEvent,
  from: PaymentStateName | "none",
): Transition | undefined {
  return methods[method].transitions.find(([on, state]) => on === event && state === from)
}

/**
 * Moves a payment, and its Smart Transaction where the table says so, and tells the shop.
 * @throws WrongState when the table has no such transition
 */
export function advance(sandbox: Sandbox, payment: Payment, event: MachineEvent): void {
  const transition = transitionOf(payment.method, event, payment.state)
  if (!transition) {
    throw new WrongState(
      `${event} is not possible: payment ${payment.id} (${payment.method}) is "${payment.state}"`,
    )
  }
  const [, , to, smartTransaction] = transition
  const owner = sandbox.state.smartTransactions.get(payment.smartTransactionId)
  if (owner && smartTransaction) {
    enterStatus(owner, smartTransaction)
    sandbox.state.touch(owner)
  }
  enter(sandbox, payment, to)
}

/** Puts a payment into a state and announces it if the simple status has changed. */
export function enter(sandbox: Sandbox, payment: Payment, to: PaymentStateName): void {
  const before = simpleStatus(payment, sandbox.settings)
  payment.state = to
  sandbox.state.touch(payment)
  if (simpleStatus(payment, sandbox.settings) !== before)
    sandbox.pushes.announce(payment, "changed")
}

/**
 * The payment that a shopper's attempt with a method leaves behind.
 * @throws WrongState when the method knows no such attempt
 */
export function attempt(
  sandbox: Sandbox,
  smartTransaction: SmartTransaction,
  by: { method: PaymentMethod; event: MachineEvent },
): Payment {
  const transition = transitionOf(by.method, by.event, "none")
  if (!transition) throw new WrongState(`${by.event} is not possible with ${by.method}`)
  const [, , to, status] = transition
  const payment: Payment = {
    ...newPayment(sandbox, smartTransaction),
    method: by.method,
    amount: smartTransaction.sum,
    state: to,
  }
  sandbox.state.addPayment(payment)
  if (status) {
    enterStatus(smartTransaction, status)
    smartTransaction.method = by.method
    smartTransaction.transId = payment.transId
  }
  sandbox.state.touch(smartTransaction)
  sandbox.pushes.announce(payment, "changed")
  return payment
}

/** A refund: a payment of its own with a negative amount, accepted at once. */
export function addRefund(
  sandbox: Sandbox,
  original: Payment,
  by: { amount: number; reason: string | null },
): Payment {
  const refund: Payment = {
    ...newPayment(sandbox, { id: original.smartTransactionId, currency: original.currency }),
    method: original.method,
    refundOf: original.id,
    amount: -by.amount,
    state: "accepted",
    reason: by.reason,
  }
  sandbox.state.addPayment(refund)
  sandbox.pushes.announce(refund, "added")
  return refund
}

function newPayment(sandbox: Sandbox, owner: { id: string; currency: string }) {
  const now = germanTime()
  return {
    id: newId("PCI"),
    transId: sandbox.state.nextTransId(),
    hash: newTransactionHash(),
    smartTransactionId: owner.id,
    refundOf: null,
    currency: owner.currency,
    reduced: false,
    reason: null,
    shipping: null,
    created: now,
    updated: now,
  }
}
