import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaError } from "@medusajs/framework/utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { actionsOf } from "../../../mapping/views/actions"
import { causeOf, notAllowed } from "../../../mapping/words/errors"
import type { PaymentAction } from "../../../mapping/words/payments"
import type { CheckoutRow } from "../../../modules/secuconnect/types"
import { findPayment } from "./find-payment"
import { readPaymentViews } from "./read-payment-views"

export interface Deed {
  action: PaymentAction
  /** Names it in the sentence "… failed". */
  what: string
  act: (checkout: CheckoutRow) => Promise<unknown>
}

/**
 * Does something with the payment of the path, and answers with the payment as it is then.
 *
 * 404: no such payment. 400: it cannot be done as the payment stands, or it failed; the message has
 * the cause, with secuconnect's support id where there is one.
 */
export async function actOn(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  { action, what, act }: Deed,
): Promise<void> {
  const checkout = await findPayment(req)
  const has_instructions = checkout.instructions !== null
  if (!actionsOf({ ...checkout, has_instructions }).includes(action)) {
    const message = "This cannot be done with the payment as it stands. Load it again."
    throw notAllowed(message, "secuconnect_action_not_possible")
  }
  try {
    await act(checkout)
  } catch (error) {
    throw toMerchantError(req, `${checkout.reference}: ${what} failed`, error)
  }
  const [payment] = await readPaymentViews(req.scope, [await findPayment(req)])
  res.set("Cache-Control", "no-store")
  res.json({ payment })
}

function toMerchantError(
  { scope }: AuthenticatedMedusaRequest,
  what: string,
  error: unknown,
): MedusaError {
  const message = `${what}: ${causeOf(error)}`
  scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`secuconnect: ${message}`)
  return notAllowed(message, "secuconnect_action_failed")
}
