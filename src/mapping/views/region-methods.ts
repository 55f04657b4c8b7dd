import { currencyProblem } from "../words/currency"
import { choiceOfProvider, METHOD_FACTS, type MethodChoice } from "../methods/methods"

/** What the contract has, or why nobody knows. */
export type Offer = { methods: string[] } | { error: string }

export interface RegionMethods {
  currency_code: string
  /** The region's providers, ours and others. */
  switched_on: string[]
  /** Every provider of the shop. */
  installed: string[]
  offer: Offer
}

/** Why a method cannot be switched on. */
export type Obstacle = "not_offered" | "not_for_currency" | "currency_refused"

/** A switch of the region's page. */
export interface RegionMethod {
  provider_id: string
  /** secuconnect's name; `general`: the customer chooses on the payment page. */
  method: string
  enabled: boolean
  /** null: it can be switched on, as far as is known. */
  obstacle: Obstacle | null
}

/** One switch for every provider of ours, in the order in which shoppers see them. */
export function regionMethods({ installed, ...region }: RegionMethods): RegionMethod[] {
  const order = ["general", ...Object.keys(METHOD_FACTS)]
  return installed
    .flatMap((provider_id) => {
      const choice = choiceOfProvider(provider_id)
      return choice ? [{ provider_id, choice }] : []
    })
    .sort((one, other) => order.indexOf(one.choice) - order.indexOf(other.choice))
    .map(({ provider_id, choice }) => ({
      provider_id,
      method: choice,
      enabled: region.switched_on.includes(provider_id),
      obstacle: obstacleOf(choice, region),
    }))
}

function obstacleOf(
  choice: MethodChoice,
  { currency_code, offer }: Omit<RegionMethods, "installed">,
): Obstacle | null {
  if (currencyProblem(currency_code) !== null) return "currency_refused"
  if (choice === "general") return null
  const { currencies } = METHOD_FACTS[choice]
  if (currencies && !currencies.includes(currency_code.toLowerCase())) return "not_for_currency"
  return "methods" in offer && !offer.methods.includes(choice) ? "not_offered" : null
}
