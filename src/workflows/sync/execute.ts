import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { ActiveDecision, MedusaState } from "../../mapping/decide/decision"
import { causeOf } from "../../mapping/words/errors"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { bookAuthorization, bookCapture } from "../booking/book-payment"
import { bookRefund } from "../booking/book-refund"
import { cancelOrder } from "../booking/cancel-order"
import { firstCause } from "../booking/first-cause"
import { refundUnwanted } from "../booking/refund-unwanted"
import type { Deps } from "../deps"

export interface Task {
  checkout: CheckoutRow
  decision: ActiveDecision
  medusa: MedusaState | null
  source: EventSource
}

/**
 * Does what was decided.
 *
 * @returns why it did not work, in one line for the merchant; null when nothing was reported
 */
// One case for every decision that does something: cut in two, nobody would see them all.
// eslint-disable-next-line complexity
export async function execute(deps: Deps, task: Task): Promise<string | null> {
  const { checkout, decision, medusa, source } = task
  switch (decision.act) {
    case "complete_cart":
      return await completeCart(deps, decision.cart_id)
    case "book_capture":
      return await bookCapture(deps, checkout.payment_session_id, decision)
    case "book_authorization":
      return await bookAuthorization(deps, checkout)
    case "book_refund": {
      const { amount, payment_id } = decision
      return await bookRefund(deps, { checkout, medusa, source, amount, payment_id })
    }
    case "refund_unwanted":
      return await refundUnwanted(deps, { checkout, medusa, source })
    case "fail_session":
      return await failSession(deps, checkout.payment_session_id)
    case "cancel_transaction":
      return await cancelTransaction(deps, checkout)
    case "expire_transfer":
      return await expireTransfer(deps, checkout)
    case "cancel_order":
      return await cancelOrder(deps, decision.order_id)
  }
}

/** The first completion is never `processPaymentWorkflow`: it captures before it knows of stock. */
async function completeCart({ container }: Deps, id: string): Promise<string | null> {
  const { errors } = await completeCartWorkflow(container).run({
    input: { id },
    throwOnError: false,
  })
  return firstCause(errors)
}

/** The payment module itself puts the provider's "error" on the session, and then refuses. */
async function failSession({ container }: Deps, session_id: string): Promise<string | null> {
  try {
    await container.resolve(Modules.PAYMENT).authorizePaymentSession(session_id, {})
    return null
  } catch (error) {
    const refused = error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED
    return refused ? null : causeOf(error)
  }
}

async function cancelTransaction(
  { ledger }: Deps,
  { stx_id }: CheckoutRow,
): Promise<string | null> {
  if (!stx_id) return null
  try {
    await ledger.client.smartTransactions.cancel(stx_id)
    return null
  } catch (error) {
    return causeOf(error)
  }
}

/** The row first: a read after the call must know that it was us who gave the transfer up. */
async function expireTransfer(deps: Deps, checkout: CheckoutRow): Promise<string | null> {
  await deps.ledger.updateCheckouts({ id: checkout.id, expired_at: new Date() })
  return await cancelTransaction(deps, checkout)
}
