import { limitText } from "../request/text"
import { parseUrl } from "../words/url"
import type { Block, Draft } from "./block"
import { draftMail } from "./draft-mail"
import { fill } from "./fill"
import { htmlVersion } from "./html-version"
import type { MailContent, MailFrame, RenderedMail } from "./mail"
import { mailTexts } from "./mail-texts"
import { QR_FILE, QR_ID, qrAttachment } from "./qr-attachment"
import { textVersion } from "./text-version"

/**
 * A mail in the plugin's own words: subject, text and HTML, which say the same, and the QR code of a
 * transfer as a file. The HTML loads nothing, and holds nothing of the values but their text.
 *
 * @param content amounts in minor units
 * @throws RangeError when an address that the customer is led to is no http(s) address
 */
export async function renderMail(content: MailContent, frame: MailFrame): Promise<RenderedMail> {
  const transfer = "transfer" in content ? content.transfer : null
  const code = transfer && (await qrAttachment(transfer))
  const draft = draftMail(withAddress(content), frame)
  const complete = code ? withCode(draft, frame) : draft
  const shop_name = limitText(frame.shop_name)
  return {
    subject: complete.subject,
    text: textVersion(complete),
    html: htmlVersion(complete, { language: frame.language, shop_name }),
    attachments: code ? [code] : [],
  }
}

/** As a browser reads it. */
function withAddress(content: MailContent): MailContent {
  if (!("url" in content) || content.url === null) return content
  const url = parseUrl(content.url)
  if (url && /^https?:$/.test(url.protocol)) return { ...content, url: url.href }
  throw new RangeError("This is no address that a customer can be led to.")
}

/** Right behind the account. */
function withCode(draft: Draft, { language }: MailFrame): Draft {
  const { qr_alt, qr_caption } = mailTexts[language].transfer
  const alt = fill(qr_alt, { file: QR_FILE })
  const image: Block = { is: "image", id: QR_ID, alt, caption: fill(qr_caption, { file: QR_FILE }) }
  const blocks = draft.blocks.flatMap<Block>((block) =>
    block.is === "facts" ? [block, image] : [block],
  )
  return { ...draft, blocks }
}
