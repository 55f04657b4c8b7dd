import { toMajorUnits } from "../words/currency"
import { epcCode } from "./epc-code"

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
  /** EPC QR code that banking apps read; only for EUR, and where there is something to transfer. */
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
    qr_svg: isEuro ? await epcCode(account, amount) : null,
  }
}
