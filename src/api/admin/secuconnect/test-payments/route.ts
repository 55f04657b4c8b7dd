import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { pickLanguage } from "../../../../mapping/words/language"
import { startTestPaymentWorkflow } from "../../../../workflows"

const bodySchema = z.object({ language: z.string().optional().catch(undefined) }).catch({})

/** Makes a demo payment of one euro and answers with the address of its payment page. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { language } = bodySchema.parse(req.body ?? {})
  const input = { language: pickLanguage({ locales: [language] }) }
  const { result } = await startTestPaymentWorkflow(req.scope).run({ input })
  const { id, reference, stx_id, checkout_url } = result
  res.json({ test_payment: { id, reference, stx_id, checkout_url } })
}
