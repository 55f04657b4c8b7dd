import type { SmartTransactionRequest } from "../../secuconnect"
import type { Language } from "../words/language"
import { toBankText } from "./bank-text"
import { LIMITS } from "./limits"

/** What a payment is recognized by: at the bank, in secuOffice and in our ledger. */
export interface PaymentName {
  /** The shop's name, or its domain while none is set. */
  shop: string
  /** Of an order that is paid afterwards. */
  order_number: number | null
  /** Short id of our ledger's row. */
  reference: string
  language: Language
}

type References = Pick<SmartTransactionRequest, "merchantRef" | "transactionRef">

/**
 * `merchantRef` is the reference alone, so that it can be searched for. `transactionRef`, the
 * purpose at the bank, is "Shop name, order number, reference"; what is too long is cut from the
 * shop's name.
 */
export function toReferences(name: PaymentName): References {
  const { order_number, reference, language } = name
  const numbers = [...(order_number === null ? [] : [String(order_number)]), reference].join(" ")
  const shop = toBankText(name.shop, LIMITS.purpose - numbers.length - 1, language)
  return { merchantRef: reference, transactionRef: shop ? `${shop} ${numbers}` : numbers }
}
