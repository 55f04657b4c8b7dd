import { toDataURL } from "qrcode"
import { epcPayload } from "../views/epc-code"
import type { MailAttachment, MailedTransfer } from "./mail"

/** Of the file, as texts name it. */
export const QR_FILE = "girocode.png"

/** What the HTML shows it by. */
export const QR_ID = "secuconnect-girocode"

/**
 * The EPC QR code of a transfer as a PNG, which mail programs show; SVG they do not.
 *
 * @returns null where there can be no code: another currency than EUR, or the account is not complete
 */
export async function qrAttachment(transfer: MailedTransfer): Promise<MailAttachment | null> {
  if (transfer.currency_code.toLowerCase() !== "eur") return null
  const payload = await epcPayload(transfer.account, transfer.amount)
  if (!payload) return null
  // Six dots for each of the code's, so that it is sharp on a phone and on paper.
  const image = { type: "image/png", errorCorrectionLevel: "M", margin: 4, scale: 6 } as const
  const content = (await toDataURL(payload, image)).replace(/^data:image\/png;base64,/, "")
  const file = { id: QR_ID, filename: QR_FILE, content_type: "image/png" }
  return { ...file, content, disposition: "inline" }
}
