import { placesOrder } from "../status/session-status"
import { decidePaid } from "./decide-paid"
import { decideUnpaid, isLeftOpen } from "./decide-unpaid"
import { CANCEL, NOTHING, type CheckoutState, type Decision, type MedusaState } from "./decision"

/**
 * Decides what the status at secuconnect means for Medusa. Pure; the same input twice gives the same
 * decision, and once it is executed, "nothing".
 */
export function decide(checkout: CheckoutState, medusa: MedusaState | null): Decision {
  if (checkout.is_test_payment) return isLeftOpen(checkout) ? CANCEL : NOTHING
  return placesOrder(checkout.status)
    ? decidePaid(checkout, medusa)
    : decideUnpaid(checkout, medusa)
}
