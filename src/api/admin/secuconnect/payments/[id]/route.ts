import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findPayment } from "../../find-payment"
import { readPaymentViews } from "../../read-payment-views"

/** One payment, also one that has no order. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const [payment] = await readPaymentViews(req.scope, [await findPayment(req)])
  res.set("Cache-Control", "no-store")
  res.json({ payment })
}
