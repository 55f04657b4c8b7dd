import { capturePaymentWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { Modules, PaymentActions } from "@medusajs/framework/utils"
import type { Decision } from "../../mapping/decide/decision"
import { problemOf, type Problem } from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { firstProblem } from "./first-problem"

/**
 * Always `captured`: after `authorized` on a waiting order the core books no transaction. Without
 * its session a payment is captured by its own id: the core would look for any cart.
 */
export async function bookCapture(
  { container }: Deps,
  session_id: string,
  { amount, payment_id }: Extract<Decision, { act: "book_capture" }>,
): Promise<Problem | null> {
  const { errors } = payment_id
    ? await capturePaymentWorkflow(container).run({ input: { payment_id }, throwOnError: false })
    : await processPaymentWorkflow(container).run({
        input: { action: PaymentActions.SUCCESSFUL, data: { session_id, amount } },
        throwOnError: false,
      })
  return firstProblem(errors)
}

/** Under the cart's lock: of two authorisations at once, the core takes one back at secuconnect. */
export async function bookAuthorization(
  { container }: Deps,
  { payment_session_id, cart_id }: CheckoutRow,
): Promise<Problem | null> {
  const authorize = () =>
    container.resolve(Modules.PAYMENT).authorizePaymentSession(payment_session_id, {})
  try {
    await (cart_id ? withCartLock({ container }, cart_id, authorize) : authorize())
    return null
  } catch (error) {
    return problemOf(error)
  }
}
