import type { Language } from "../words/language"
import { METHOD_ICONS } from "./method-icons"

/** Spelled as in secuconnect's requests and payment links, in the order in which shoppers see them. */
export const METHODS = [
  "creditcard",
  "debit",
  "invoice",
  "prepaid",
  "paypal",
  "easycredit",
  "sofort",
  "giropay",
  "eps",
] as const

export type Method = (typeof METHODS)[number]

/** A method, or the page on which the customer chooses one. */
export type MethodChoice = Method | "general"

/** How something is called in front of a shopper. */
export interface MethodText {
  name: string
  description: string
}

/** What the vendor documents of who and what a method is for. Amounts in minor units, inclusive. */
export interface MethodLimits {
  from: number
  to: number
  /** Nobody who buys for a company. */
  consumers_only: boolean
  /** Name, e-mail and address of the customer must be complete. */
  full_address: boolean
  /** The basket has to be itemized, see the setting `basket`. */
  real_articles: boolean
}

export interface MethodFacts {
  /** What `getAvailablePaymentMethods` calls it, see `normalizePaymentMethod`. */
  listed_as: readonly string[]
  /** Has an entry of its own: deprecated by the vendor. */
  legacy: boolean
  /**
   * `deferrable`: at checkout, or later from the admin. `at_once`: always at checkout.
   * `when_money_arrives`: never before the customer's transfer.
   */
  capture: "deferrable" | "at_once" | "when_money_arrives"
  /** What secuconnect must know of the customer; the payment page asks for what is missing. */
  customer: "name" | "address"
  /** ISO 4217, lower case; null: whatever the contract offers. */
  currencies: readonly string[] | null
  limits: MethodLimits | null
  /** Whether `payment_context.payment_methods` is documented to know it. */
  selectable: boolean
}

const defaults = {
  legacy: false,
  capture: "deferrable",
  customer: "name",
  currencies: null,
  limits: null,
  selectable: true,
} as const

const bankLogin = { ...defaults, legacy: true, capture: "at_once", currencies: ["eur"] } as const

/**
 * What is known of the payment methods: the one table.
 *
 * @see docs/vendor-notes.md for what is documented of it and what is assumed
 */
export const METHOD_FACTS: Readonly<Record<Method, MethodFacts>> = {
  creditcard: { ...defaults, listed_as: ["Creditcard"] },
  debit: { ...defaults, listed_as: ["Debit"], customer: "address", currencies: ["eur"] },
  invoice: { ...defaults, listed_as: ["Invoice"], customer: "address" },
  prepaid: { ...defaults, listed_as: ["Prepay"], capture: "when_money_arrives" },
  paypal: { ...defaults, listed_as: ["Paypal"] },
  easycredit: {
    ...defaults,
    listed_as: ["easyCredit"],
    customer: "address",
    currencies: ["eur"],
    limits: {
      from: 200_00,
      to: 10_000_00,
      consumers_only: true,
      full_address: true,
      real_articles: true,
    },
  },
  sofort: { ...bankLogin, listed_as: ["Sofort"], customer: "address" },
  giropay: { ...bankLogin, listed_as: ["giropay"] },
  eps: { ...bankLogin, listed_as: ["eps"], selectable: false },
}

/** What a shopper reads of each, in both languages. */
export const METHOD_TEXTS: Readonly<Record<Language, Readonly<Record<MethodChoice, MethodText>>>> =
  {
    de: {
      general: { name: "secupay", description: "Zahlungsart auf der Zahlungsseite wählen" },
      creditcard: { name: "Kreditkarte", description: "Visa, Mastercard, American Express" },
      debit: { name: "Lastschrift", description: "Wird von Ihrem Bankkonto abgebucht" },
      invoice: { name: "Rechnung", description: "Erst die Ware, dann das Geld" },
      prepaid: {
        name: "Vorkasse",
        description: "Sie überweisen, wir liefern nach dem Geldeingang",
      },
      paypal: { name: "PayPal", description: "Mit Ihrem PayPal-Konto" },
      easycredit: { name: "easyCredit-Ratenkauf", description: "In Raten, ab 200 bis 10.000 Euro" },
      sofort: { name: "Sofort", description: "Überweisung mit Ihrem Onlinebanking" },
      giropay: { name: "giropay", description: "Mit Ihrem Onlinebanking" },
      eps: { name: "eps-Überweisung", description: "Mit Ihrer österreichischen Bank" },
    },
    en: {
      general: { name: "secupay", description: "Choose how to pay on the payment page" },
      creditcard: { name: "Credit card", description: "Visa, Mastercard, American Express" },
      debit: { name: "Direct debit", description: "Taken from your bank account" },
      invoice: { name: "Invoice", description: "Pay after the goods have arrived" },
      prepaid: {
        name: "Prepayment",
        description: "Transfer the money first; we ship when it has arrived",
      },
      paypal: { name: "PayPal", description: "With your PayPal account" },
      easycredit: {
        name: "easyCredit instalments",
        description: "In instalments, from 200 to 10,000 euros",
      },
      sofort: { name: "Sofort", description: "Transfer with your online banking" },
      giropay: { name: "giropay", description: "With your online banking" },
      eps: { name: "eps transfer", description: "With your Austrian bank" },
    },
  }

/** An image for `src`: a data URI, so that a shop needs no route for it. */
export function methodIcon(choice: MethodChoice): string {
  return `data:image/svg+xml,${encodeURIComponent(METHOD_ICONS[choice])}`
}

/** The provider's `identifier`; Medusa makes `pp_{identifier}_{id}` of it. */
export function providerIdentifier(choice: MethodChoice): string {
  return choice === "general" ? "secuconnect" : `secuconnect-${choice}`
}

/** What a provider of Medusa stands for; null when it is none of ours. */
export function choiceOfProvider(providerId: string): MethodChoice | null {
  const choices = ["general", ...METHODS] as const
  return (
    choices.find((choice) => providerId.startsWith(`pp_${providerIdentifier(choice)}_`)) ?? null
  )
}
