import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentResponse } from "../../../../../http-types"
import type { Reply } from "../../../../reply"
import { findPayment } from "../../find-payment"
import { readPaymentView } from "../../read-payment-views"

/** One payment, also one that has no order. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  res.json({ payment: await readPaymentView(req.scope, await findPayment(req)) })
}
