import type { MedusaContainer } from "@medusajs/framework/types"
import { cartTotal } from "../../mapping/request/basket"
import { currencyProblem } from "../../mapping/words/currency"
import { pickLanguage } from "../../mapping/words/language"
import { paymentChoices, type PaymentChoice } from "../../mapping/request/payment-choices"
import { readCart } from "../../medusa/read-cart"
import { enabledOf, findRegion } from "../../medusa/read-region"
import { resolveDeps } from "../deps"

/**
 * The ways in which a cart can be paid with secuconnect in its region; null when there is no such
 * cart, none in a currency that is refused. If secuconnect cannot be asked what the contract has,
 * everything that the region allows.
 *
 * @param locale a hint from the storefront: goes before the cart's own
 * @throws when the cart cannot be read
 */
export async function listPaymentChoices(
  container: MedusaContainer,
  cart_id: string,
  locale: unknown,
): Promise<PaymentChoice[] | null> {
  const { query, ledger } = resolveDeps(container)
  const cart = await readCart(query, cart_id)
  if (!cart) return null
  const { currency_code } = cart
  if (currencyProblem(currency_code) !== null) return []
  const [settings, offered, region] = await Promise.all([
    ledger.getSettings(),
    ledger.listOfferedMethods(currency_code),
    findRegion(query, cart.region_id),
  ])
  const source = { cart, automatic_codes: [], order_number: null }
  const address = cart.billing_address ?? cart.shipping_address
  return paymentChoices({
    provider_ids: enabledOf(region?.payment_providers ?? []),
    offered: "methods" in offered ? offered.methods : null,
    purchase: { amount: cartTotal(cart), currency_code, source, settings },
    language: pickLanguage({
      locales: [locale, cart.locale],
      country: address?.country_code,
      fallback: settings.language,
    }),
  })
}
