import type { Language } from "../words/language"
import { obstacleToMethod, type MethodPurchase } from "./method-limits"
import {
  choiceOfProvider,
  METHOD_TEXTS,
  methodIcon,
  METHODS,
  type MethodChoice,
} from "../methods/methods"

/** A way to pay, as a storefront shows it. */
export interface PaymentChoice {
  /** For Medusa's payment session. */
  provider_id: string
  method: MethodChoice
  name: string
  description: string
  /** For the `src` of an image. */
  icon: string
}

export interface ChoiceInput {
  /** Medusa's providers that the region has switched on; those of others are left out. */
  provider_ids: readonly string[]
  /** What the contract has; null: not known, everything may be tried. */
  offered: readonly string[] | null
  purchase: MethodPurchase
  language: Language
}

/** In the order in which shoppers see them. */
const ORDER: readonly MethodChoice[] = ["general", ...METHODS]

/** The ways in which a cart can be paid. Nothing to pay, no way to pay. */
export function paymentChoices(input: ChoiceInput): PaymentChoice[] {
  const { provider_ids, purchase, language } = input
  if (purchase.amount <= 0) return []
  const ours = provider_ids.flatMap((provider_id) => {
    const method = choiceOfProvider(provider_id)
    return method && isUsable(method, input) ? [{ provider_id, method }] : []
  })
  return ours
    .sort((one, other) => ORDER.indexOf(one.method) - ORDER.indexOf(other.method))
    .map(({ provider_id, method }) => ({
      provider_id,
      method,
      ...METHOD_TEXTS[language][method],
      icon: methodIcon(method),
    }))
}

function isUsable(method: MethodChoice, { offered, purchase }: ChoiceInput): boolean {
  if (method === "general") return offered === null || offered.length > 0
  return (
    (offered === null || offered.includes(method)) && obstacleToMethod(method, purchase) === null
  )
}
