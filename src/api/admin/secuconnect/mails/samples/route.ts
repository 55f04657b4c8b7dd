import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminSampleMailResponse, AdminSendSampleMail } from "../../../../../http-types"
import { pickLanguage } from "../../../../../mapping/words/language"
import { sendSampleMailWorkflow } from "../../../../../workflows/merchant"
import type { Reply } from "../../../../reply"

/** Mails a sample to the person who is logged in, with the saved settings. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminSendSampleMail>,
  res: Reply<AdminSampleMailResponse>,
): Promise<void> {
  const { kind, language } = req.validatedBody
  const user_id = req.auth_context.actor_id
  const input = { kind, user_id, language: pickLanguage({ locales: [language] }) }
  const { result } = await sendSampleMailWorkflow(req.scope).run({ input })
  res.json(result)
}
