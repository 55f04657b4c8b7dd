import type { Language } from "../words/language"
import type { MailKind } from "../words/mails"
import { mailFrame, type MailSettings } from "./mail-frame"
import { orderNumber } from "./mailed-order"
import { renderMail } from "./render-mail"
import { SAMPLE_ORDER, sampleMail } from "./sample-mail"

/** A mail in the plugin's words, to be looked at in a browser. */
export interface MailPreview {
  kind: MailKind
  subject: string
  text: string
  /** With the QR code in it, where a mail refers to its attachment. */
  html: string
}

/** What customers get of this kind, about an order that does not exist. */
export async function previewMail(
  kind: MailKind,
  settings: MailSettings,
  { language, is_demo }: { language: Language; is_demo: boolean },
): Promise<MailPreview> {
  const frame = mailFrame(settings, { language, is_demo, order_number: orderNumber(SAMPLE_ORDER) })
  const { subject, text, html, attachments } = await renderMail(sampleMail(kind), frame)
  const shown = attachments.reduce(
    (page, { id, content_type, content }) =>
      page.replaceAll(`cid:${id}`, `data:${content_type};base64,${content}`),
    html,
  )
  return { kind, subject, text, html: shown }
}
