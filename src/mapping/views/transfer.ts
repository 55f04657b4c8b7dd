import { toString as toQrCode } from "qrcode"
import { MathBN } from "@medusajs/framework/utils"
import { toMajorUnits } from "../words/currency"
import { limitText } from "../request/text"

/** The account that secuconnect named for one transaction. Never the same for two. */
export interface TransferAccount {
  owner: string
  iban: string
  bic: string | null
  bank_name: string | null
  purpose: string
}

/** What a customer needs to transfer the money. `amount` in major units. */
export interface TransferDetails extends TransferAccount {
  amount: number
  currency_code: string
  /** EPC QR code that banking apps read; only for EUR. */
  qr_svg: string | null
}

/**
 * The transfer details as they are shown: IBAN in groups of four, and the QR code, made here so
 * that the customer's browser loads nothing from elsewhere.
 *
 * @param amount minor units that are still to be transferred
 */
export async function toTransferDetails(
  account: TransferAccount,
  amount: number,
  currency: { currency_code: string; currency_exponent: number },
): Promise<TransferDetails> {
  const { friendlyFormatIBAN } = await import("ibantools")
  const currency_code = currency.currency_code.toLowerCase()
  const isEuro = currency_code === "eur"
  return {
    ...account,
    iban: friendlyFormatIBAN(account.iban) ?? account.iban,
    amount: toMajorUnits(amount, currency),
    currency_code,
    qr_svg: isEuro ? await toQrCode(epcPayload(account, amount), { type: "svg", margin: 2 }) : null,
  }
}

/**
 * The text of an EPC QR code ("Girocode"), version 002, UTF-8.
 *
 * @param amount minor units of EUR
 * @see https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation
 */
export function epcPayload(account: TransferAccount, amount: number): string {
  const euros = MathBN.div(amount, 100).toFixed(2)
  return [
    "BCD",
    "002",
    "1",
    "SCT",
    account.bic ?? "",
    limitText(account.owner, 70),
    account.iban.replace(/\s/g, ""),
    `EUR${euros}`,
    "",
    "",
    limitText(account.purpose, 140),
  ].join("\n")
}
