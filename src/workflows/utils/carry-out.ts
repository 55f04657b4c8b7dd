import {
  capturePaymentWorkflow,
  completeCartWorkflow,
  processPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules, PaymentActions } from "@medusajs/framework/utils"
import type { Decision } from "../../mapping/decide"
import { causeOf } from "../../mapping/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"

/** Below the sync's own deadline. */
const CART_LOCK_S = 15

export interface Task {
  checkout: CheckoutRow
  decision: Decision
  source: EventSource
}

/**
 * Does what was decided.
 *
 * @returns why it did not work, in one line for the merchant; null when nothing was reported
 */
export async function carryOut(container: MedusaContainer, task: Task): Promise<string | null> {
  const { checkout, decision } = task
  if (isBooking(decision)) return await book(container, checkout, decision)
  switch (decision.act) {
    case "complete_cart":
      return await completeCart(container, decision.cart_id)
    case "fail_session":
      return await failSession(container, checkout.payment_session_id)
    case "cancel_transaction":
      return await cancelTransaction(container, checkout)
    case "nothing":
    case "forget_cancellation":
    case "report":
      return null
  }
}

type Booking = Extract<Decision, { act: "book_capture" | "book_authorization" }>

function isBooking(decision: Decision): decision is Booking {
  return decision.act === "book_capture" || decision.act === "book_authorization"
}

async function book(
  container: MedusaContainer,
  checkout: CheckoutRow,
  booking: Booking,
): Promise<string | null> {
  return booking.act === "book_capture"
    ? await bookCapture(container, checkout.payment_session_id, booking)
    : await bookAuthorization(container, checkout)
}

/** The first completion is never `processPaymentWorkflow`: it captures before it knows of stock. */
async function completeCart(container: MedusaContainer, id: string): Promise<string | null> {
  const { errors } = await completeCartWorkflow(container).run({
    input: { id },
    throwOnError: false,
  })
  return firstCause(errors)
}

/**
 * Always `captured`: after `authorized` on a waiting order the core books no transaction. Without
 * its session a payment is captured by its own id: the core would look for any cart.
 */
async function bookCapture(
  container: MedusaContainer,
  session_id: string,
  { amount, payment_id }: Extract<Decision, { act: "book_capture" }>,
): Promise<string | null> {
  const { errors } = payment_id
    ? await capturePaymentWorkflow(container).run({ input: { payment_id }, throwOnError: false })
    : await processPaymentWorkflow(container).run({
        input: { action: PaymentActions.SUCCESSFUL, data: { session_id, amount } },
        throwOnError: false,
      })
  return firstCause(errors)
}

/** Under the cart's lock: of two authorisations at once, the core takes one back at secuconnect. */
async function bookAuthorization(
  container: MedusaContainer,
  { payment_session_id, cart_id }: CheckoutRow,
): Promise<string | null> {
  const authorize = () =>
    container.resolve(Modules.PAYMENT).authorizePaymentSession(payment_session_id, {})
  try {
    const locking = container.resolve(Modules.LOCKING)
    await (cart_id ? locking.execute(cart_id, authorize, { timeout: CART_LOCK_S }) : authorize())
    return null
  } catch (error) {
    return causeOf(error)
  }
}

/** The payment module itself puts the provider's "error" on the session, and then refuses. */
async function failSession(container: MedusaContainer, session_id: string): Promise<string | null> {
  try {
    await container.resolve(Modules.PAYMENT).authorizePaymentSession(session_id, {})
    return null
  } catch (error) {
    const refused = error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED
    return refused ? null : causeOf(error)
  }
}

async function cancelTransaction(
  container: MedusaContainer,
  { stx_id }: CheckoutRow,
): Promise<string | null> {
  if (!stx_id) return null
  try {
    await container.resolve(SECUCONNECT_MODULE).client.smartTransactions.cancel(stx_id)
    return null
  } catch (error) {
    return causeOf(error)
  }
}

function firstCause(errors: { error: unknown }[]): string | null {
  const [first] = errors
  return first ? causeOf(first.error) : null
}
