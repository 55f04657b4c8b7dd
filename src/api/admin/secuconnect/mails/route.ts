import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminMailsResponse } from "../../../../http-types"
import { previewMail } from "../../../../mapping/mails/preview-mail"
import { pickLanguage } from "../../../../mapping/words/language"
import { MAIL_KINDS } from "../../../../mapping/words/mails"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import { hasMailProvider } from "../../../../modules/secuconnect/settings/store-modules"
import type { Reply } from "../../../reply"
import type { MailPreviewParams } from "../../../validators"

/** Every mail as customers get it in the plugin's own words, with the saved settings. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, MailPreviewParams>,
  res: Reply<AdminMailsResponse>,
): Promise<void> {
  const { modules } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const settings = await req.scope.resolve(SECUCONNECT_MODULE).getSettings()
  const language = pickLanguage({ locales: [req.validatedQuery.language] })
  const how = { language, is_demo: settings.demo }
  const mails = await Promise.all(MAIL_KINDS.map((kind) => previewMail(kind, settings, how)))
  res.json({ has_provider: hasMailProvider(modules?.["notification"]), mails })
}
