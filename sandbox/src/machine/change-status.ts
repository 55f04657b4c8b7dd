import type { Sandbox } from "../sandbox"
import type { Payment } from "../state/records"
import { advance, enter } from "./payments"
import { methods, type Transition } from "./methods"
import { paymentStateNames, paymentStates, type PaymentStateName } from "./payment-states"

/** The state with this fine status. */
export function stateOfFineStatus(fine: number): PaymentStateName | undefined {
  return paymentStateNames.find((name) => paymentStates[name].fine === fine)
}

/**
 * Puts a payment into a state as the vendor's test call does: along the table where that leads
 * there, so that the Smart Transaction follows; otherwise the payment alone.
 */
export function changeStatus(sandbox: Sandbox, payment: Payment, to: PaymentStateName): void {
  const transition = methods[payment.method].transitions.find(leads(payment.state, to))
  if (transition) advance(sandbox, payment, transition[0])
  else enter(sandbox, payment, to)
}

const leads =
  (from: PaymentStateName, to: PaymentStateName) =>
  ([, before, after]: Transition): boolean =>
    before === from && after === to
