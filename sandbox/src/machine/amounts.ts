import type { SandboxSettings } from "../options"
import type { Payment } from "../state/records"
import type { State } from "../state/state"
import { paymentStates } from "./payment-states"

/**
 * The effective amount of a payment in minor units: the current amount minus all its refunds, 0
 * when cancelled. That a denied payment has none is an inference.
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export function effectiveAmount(state: State, payment: Payment): number {
  if (paymentStates[payment.state].money === "none") return 0
  return state.refundsOf(payment).reduce((rest, refund) => rest + refund.amount, payment.amount)
}

/** The simple status as the API shows it. */
export function simpleStatus(payment: Payment, settings: SandboxSettings): number {
  if (payment.state === "waiting_for_transfer") return settings.prepaidWaitingSimple
  return paymentStates[payment.state].simple
}
