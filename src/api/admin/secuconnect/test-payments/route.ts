import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminStartTestPayment, AdminTestPaymentResponse } from "../../../../http-types"
import { pickLanguage } from "../../../../mapping/words/language"
import { startTestPaymentWorkflow } from "../../../../workflows"
import type { Reply } from "../../../reply"

/** Makes a test payment of one euro and answers with the address of its payment page. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminStartTestPayment>,
  res: Reply<AdminTestPaymentResponse>,
): Promise<void> {
  const input = { language: pickLanguage({ locales: [req.validatedBody.language] }) }
  const { result } = await startTestPaymentWorkflow(req.scope).run({ input })
  const { id, reference, stx_id, checkout_url } = result
  res.json({ test_payment: { id, reference, stx_id, checkout_url } })
}
