import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { StorePaymentMethodsResponse } from "../../../../http-types"
import { listPaymentChoices } from "../../../../workflows/prepare"
import { idOf } from "../../../id-of"
import type { Reply } from "../../../reply"
import type { PaymentMethodsParams } from "../../../validators"

/**
 * How the cart `cart_id` can be paid in its region, in order, with names, descriptions and icons.
 * As with Medusa's own cart route, the cart's id is the key. `locale` may name the language; Medusa
 * moves it from the query, or from its own header, to the request.
 */
export async function GET(
  req: MedusaRequest<unknown, PaymentMethodsParams>,
  res: Reply<StorePaymentMethodsResponse>,
): Promise<void> {
  const cart_id = idOf(req.validatedQuery.cart_id)
  const payment_methods = await listPaymentChoices(req.scope, cart_id, req.locale)
  if (!payment_methods) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "This cart was not found.")
  }
  res.json({ payment_methods })
}
