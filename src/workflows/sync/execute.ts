import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Decision, MedusaState } from "../../mapping/decide/decision"
import { causeOf } from "../../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { bookAuthorization, bookCapture } from "../booking/book-payment"
import { bookRefund } from "../booking/book-refund"
import { cancelOrder } from "../booking/cancel-order"
import { firstCause } from "../booking/first-cause"
import { refundOrphan } from "../booking/refund-orphan"

export interface Task {
  checkout: CheckoutRow
  decision: Decision
  view: MedusaState | null
  source: EventSource
}

/**
 * Does what was decided.
 *
 * @returns why it did not work, in one line for the merchant; null when nothing was reported
 */
export async function execute(container: MedusaContainer, task: Task): Promise<string | null> {
  const { checkout, decision } = task
  if (isIdle(decision)) return null
  if (isBooking(decision)) return await moveBooks(container, task, decision)
  switch (decision.act) {
    case "complete_cart":
      return await completeCart(container, decision.cart_id)
    case "fail_session":
      return await failSession(container, checkout.payment_session_id)
    case "cancel_transaction":
      return await cancelTransaction(container, checkout)
    case "expire_transfer":
      return await expireTransfer(container, checkout)
    case "cancel_order":
      return await cancelOrder(container, decision.order_id)
  }
}

type Idle = Extract<Decision, { act: "nothing" | "wait" | "forget_cancellation" | "report" }>

function isIdle(decision: Decision): decision is Idle {
  return ["nothing", "wait", "forget_cancellation", "report"].includes(decision.act)
}

/** What changes the books, of Medusa or of secuconnect. */
type Booking = Extract<
  Decision,
  { act: "book_capture" | "book_authorization" | "book_refund" | "refund_orphan" }
>

function isBooking(decision: Decision): decision is Booking {
  return decision.act.startsWith("book_") || decision.act === "refund_orphan"
}

async function moveBooks(
  container: MedusaContainer,
  task: Task,
  booking: Booking,
): Promise<string | null> {
  const { checkout, view, source } = task
  switch (booking.act) {
    case "book_capture":
      return await bookCapture(container, checkout.payment_session_id, booking)
    case "book_authorization":
      return await bookAuthorization(container, checkout)
    case "book_refund": {
      const { amount, payment_id } = booking
      return await bookRefund(container, { checkout, view, source, amount, payment_id })
    }
    case "refund_orphan":
      return await refundOrphan(container, { checkout, view, source })
  }
}

/** The first completion is never `processPaymentWorkflow`: it captures before it knows of stock. */
async function completeCart(container: MedusaContainer, id: string): Promise<string | null> {
  const { errors } = await completeCartWorkflow(container).run({
    input: { id },
    throwOnError: false,
  })
  return firstCause(errors)
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

/** The row first: a look after the call must know that it was us who gave the transfer up. */
async function expireTransfer(
  container: MedusaContainer,
  checkout: CheckoutRow,
): Promise<string | null> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  await ledger.updateCheckouts({ id: checkout.id, expired_at: new Date() })
  return await cancelTransaction(container, checkout)
}
