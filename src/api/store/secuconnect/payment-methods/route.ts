import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { listPaymentChoices } from "../../../../workflows/prepare"
import { idOf } from "../../../id-of"

/**
 * How the cart `cart_id` can be paid in its region, in order, with names, descriptions and icons.
 * As with Medusa's own cart route, the cart's id is the key. `locale` may name the language; Medusa
 * moves it from the query, or from its own header, to the request.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { cart_id } = req.query
  if (typeof cart_id !== "string") {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "cart_id is missing.")
  }
  const payment_methods = await listPaymentChoices(req.scope, idOf(cart_id), req.locale)
  if (!payment_methods) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "This cart was not found.")
  }
  res.set("Cache-Control", "no-store")
  res.json({ payment_methods })
}
