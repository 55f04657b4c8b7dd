import { transliterate } from "transliteration"
import type { SmartTransactionRequest } from "../../secuconnect"
import { LIMITS } from "./limits"
import { limitText } from "./text"

/** What a payment is recognised by: at the bank, in secuOffice and in our ledger. */
export interface PaymentName {
  /** The shop's name, or its domain while none is set. */
  shop: string
  /** Of an order that is paid afterwards. */
  order_number: number | null
  /** Short id of our ledger's row. */
  reference: string
}

type References = Pick<SmartTransactionRequest, "merchantRef" | "transactionRef">

const GERMAN = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss", ẞ: "SS" }
const BANKS_OWN = { "&": "+", _: "-" }

/**
 * `merchantRef` is the reference alone, so that it can be searched for. `transactionRef`, the
 * purpose at the bank, is "Shop name, order number, reference"; what is too long is cut from the
 * shop's name.
 */
export function toReferences({ shop, order_number, reference }: PaymentName): References {
  const numbers = [...(order_number === null ? [] : [String(order_number)]), reference].join(" ")
  const name = toBankText(shop, LIMITS.purpose - numbers.length - 1)
  return { merchantRef: reference, transactionRef: name ? `${name} ${numbers}` : numbers }
}

/**
 * Writes a text with the characters that every bank in Europe takes: a-z A-Z 0-9 / - ? : ( ) . , ' +
 * and space. Other scripts are transliterated, umlauts the German way; what has no counterpart is
 * left out.
 *
 * @see https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best (EPC217-08)
 */
export function toBankText(text: string, limit: number): string {
  const replace = Object.entries({ ...GERMAN, ...BANKS_OWN })
  const latin = transliterate(limitText(text), { replace, unknown: "" })
  return limitText(onlyBankCharacters(latin), limit)
}

/** A slash may neither begin nor end the text, nor stand beside another one. */
function onlyBankCharacters(latin: string): string {
  return latin
    .replace(/[^a-zA-Z0-9/\-?:().,'+ ]+/g, " ")
    .replace(/\/[\s/]*\//g, "/")
    .replace(/^[\s/:-]+|[\s/]+$/g, "")
}
