import { placesOrder } from "../status/session-status"
import { decidePaid } from "./decide-paid"
import { decideUnpaid, isLeftOpen } from "./decide-unpaid"
import {
  CANCEL,
  NOTHING,
  report,
  type CheckoutState,
  type Decision,
  type MedusaState,
} from "./decision"

/**
 * Decides what the status at secuconnect means for Medusa. Pure; the same input twice gives the same
 * decision, and once it is executed, "nothing".
 */
export function decide(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  if (checkout.is_test_payment) return isLeftOpen(checkout) ? CANCEL : NOTHING
  const decision = placesOrder(checkout.status)
    ? decidePaid(checkout, medusa)
    : decideUnpaid(checkout, medusa)
  return checkout.is_unclear ? decideUnclear(checkout, decision) : decision
}

/** What gives a payment up. */
const GIVES_UP: ReadonlySet<Decision["act"]> = new Set([
  "cancel_transaction",
  "expire_transfer",
  "give_up_promise",
])

/**
 * While the statuses do not fit together nothing is given up: the money may be there. A person is told
 * when that takes long, unless there is something more urgent to tell.
 */
function decideUnclear({ is_unclear_for_long }: CheckoutState, decision: Decision): Decision {
  if (decision.act !== "nothing" && !GIVES_UP.has(decision.act)) return decision
  return is_unclear_for_long ? report("status_unclear") : NOTHING
}
