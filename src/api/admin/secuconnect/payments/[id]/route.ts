import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findPayment } from "../../utils/find-payment"
import { readPaymentViews } from "../../utils/read-payment-views"

/** One payment, also one that has no order. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const [payment] = await readPaymentViews(req.scope, [await findPayment(req)])
  res.set("Cache-Control", "no-store")
  res.json({ payment })
}
