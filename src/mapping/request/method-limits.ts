import { toBasket } from "./basket"
import { toPeople } from "./customer"
import { boughtIn, type PaymentSource } from "./cart"
import { METHOD_FACTS, type Method, type MethodLimits } from "../methods/methods"

/** Why a method cannot pay for this; doubles as the code of the sentence. */
export type MethodObstacle =
  "method_currency" | "method_amount" | "method_company" | "method_address" | "method_articles"

/** What is to be paid, and what the shop has set. */
export interface MethodPurchase {
  /** Minor units. */
  amount: number
  /** Any case. */
  currency_code: string
  source: PaymentSource
  settings: { basket: "full" | "single_line"; customer: "send" | "ask" }
}

/** The first documented limit that stands in the way; null when the method may be tried. */
export function obstacleToMethod(method: Method, purchase: MethodPurchase): MethodObstacle | null {
  const { currencies, limits } = METHOD_FACTS[method]
  const currency = purchase.currency_code.toLowerCase()
  if (currencies && !currencies.includes(currency)) return "method_currency"
  return limits && obstacleInLimits(limits, purchase)
}

function obstacleInLimits(limits: MethodLimits, purchase: MethodPurchase): MethodObstacle | null {
  const { amount } = purchase
  if (amount < limits.from || amount > limits.to) return "method_amount"
  const atBuyer = obstacleAtBuyer(limits, purchase)
  if (atBuyer) return atBuyer
  return limits.real_articles && !hasRealArticles(purchase) ? "method_articles" : null
}

/** Where the payment page asks for the customer's data, it is the page that finds it incomplete. */
function obstacleAtBuyer(
  limits: MethodLimits,
  { source, settings }: MethodPurchase,
): MethodObstacle | null {
  const { contact } = toPeople(boughtIn(source), "send").customer
  if (limits.consumers_only && contact?.companyname) return "method_company"
  const asks = settings.customer === "ask"
  return limits.full_address && !asks && !contact ? "method_address" : null
}

function hasRealArticles({ amount, source, settings }: MethodPurchase): boolean {
  if (settings.basket === "single_line" || !boughtIn(source)?.items.length) return false
  const basket = { source, amount, language: "en", detail: settings.basket, reference: "" } as const
  // A line that stands for everything is no line of Medusa's.
  return toBasket(basket).products.some(({ reference_id }) => reference_id !== undefined)
}
