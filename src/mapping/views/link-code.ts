import { toString as toQrCode } from "qrcode"

/** An address as a QR code that a phone opens, with the quiet zone of four modules. */
export async function linkCode(url: string): Promise<string> {
  return await toQrCode(url, { type: "svg", errorCorrectionLevel: "M", margin: 4 })
}
