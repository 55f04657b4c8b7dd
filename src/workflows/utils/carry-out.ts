import { completeCartWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { BigNumberValue, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules, PaymentActions } from "@medusajs/framework/utils"
import type { Decision } from "../../mapping/decide"
import { causeOf } from "../../mapping/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"

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
  switch (decision.act) {
    case "complete_cart":
      return await completeCart(container, decision.cart_id)
    case "book_capture":
      return await bookCapture(container, {
        session_id: checkout.payment_session_id,
        amount: decision.amount,
      })
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

/** The first completion is never `processPaymentWorkflow`: it captures before it knows of stock. */
async function completeCart(container: MedusaContainer, id: string): Promise<string | null> {
  const { errors } = await completeCartWorkflow(container).run({
    input: { id },
    throwOnError: false,
  })
  return firstCause(errors)
}

/** Always `captured`: after `authorized` on a waiting order the core books no transaction. */
async function bookCapture(
  container: MedusaContainer,
  data: { session_id: string; amount: BigNumberValue },
): Promise<string | null> {
  const { errors } = await processPaymentWorkflow(container).run({
    input: { action: PaymentActions.SUCCESSFUL, data },
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

function firstCause(errors: { error: unknown }[]): string | null {
  const [first] = errors
  return first ? causeOf(first.error) : null
}
