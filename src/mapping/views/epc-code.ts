import { toString as toQrCode } from "qrcode"
import { MathBN } from "@medusajs/framework/utils"
import { limitBytes } from "../request/text"

/** Who is to be paid, as secuconnect names it. */
interface Payee {
  owner: string
  iban: string
  bic: string | null
  purpose: string
}

/** Of the specification, in bytes: what a banking app has to read at most. */
const LIMITS = { owner: 70, purpose: 140, all: 331 }

/** Of the specification: 999,999,999.99 euros. */
const HIGHEST = 99_999_999_999

/**
 * The text of an EPC QR code ("Girocode"), version 002, UTF-8. Nothing of the account can add a line
 * to it. A BIC that is none is left out: within the SEPA area nobody needs it.
 *
 * @param amount minor units of EUR
 * @returns null where there can be no code: nothing is to be transferred, or the account is not complete
 * @see https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation
 */
export async function epcPayload(account: Payee, amount: number): Promise<string | null> {
  const { electronicFormatIBAN, isValidIBAN } = await import("ibantools")
  const iban = electronicFormatIBAN(account.iban) ?? ""
  const owner = limitBytes(account.owner, LIMITS.owner)
  if (!isTransferable(amount) || !isValidIBAN(iban) || owner === "") return null
  const euros = MathBN.div(amount, 100).toFixed(2)
  const purpose = limitBytes(account.purpose, LIMITS.purpose)
  const head = ["BCD", "002", "1", "SCT", toBic(account.bic)]
  const payload = [...head, owner, iban, `EUR${euros}`, "", "", purpose].join("\n")
  return Buffer.byteLength(payload) <= LIMITS.all ? payload : null
}

/** The code as an image, with the quiet zone of four modules that scanners rely on. */
export async function epcCode(account: Payee, amount: number): Promise<string | null> {
  const payload = await epcPayload(account, amount)
  return payload && toQrCode(payload, { type: "svg", errorCorrectionLevel: "M", margin: 4 })
}

function isTransferable(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0 && amount <= HIGHEST
}

/** ISO 9362: bank, country, place, and perhaps a branch. */
function toBic(bic: string | null): string {
  const clean = (bic ?? "").replace(/[\s\p{Cf}-]/gu, "").toUpperCase()
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(clean) ? clean : ""
}
