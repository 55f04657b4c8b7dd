import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaError } from "@medusajs/framework/utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminPaymentResponse } from "../../../http-types"
import { actionsOf } from "../../../mapping/views/actions"
import { causeOf, notAllowed } from "../../../mapping/words/errors"
import type { PaymentAction } from "../../../mapping/words/payments"
import type { CheckoutRow } from "../../../modules/secuconnect/types"
import type { Reply } from "../../reply"
import { findPayment } from "./find-payment"
import { readPaymentView } from "./read-payment-views"

type Target = Pick<MedusaRequest, "params" | "scope">

export interface ActionRequest {
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
  req: Target,
  res: Reply<AdminPaymentResponse>,
  { action, what, act }: ActionRequest,
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
  res.json({ payment: await readPaymentView(req.scope, await findPayment(req)) })
}

function toMerchantError({ scope }: Target, what: string, error: unknown): MedusaError {
  const message = `${what}: ${causeOf(error)}`
  scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`secuconnect: ${message}`)
  return notAllowed(message, "secuconnect_action_failed")
}
