import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { cartTotal } from "../../mapping/request/basket"
import { CART_FIELDS, parseCart } from "../../mapping/request/cart"
import { pickLanguage } from "../../mapping/words/language"
import { paymentChoices, type PaymentChoice } from "../../mapping/request/payment-choices"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"

const regionOfCart = z.object({ region_id: z.string().nullish() })

/**
 * The ways in which a cart can be paid with secuconnect in its region; null when there is no such
 * cart. If secuconnect cannot be asked what the contract has, everything that the region allows.
 *
 * @param locale a hint from the storefront: goes before the cart's own
 * @throws when the cart cannot be read
 */
export async function listPaymentChoices(
  container: MedusaContainer,
  cart_id: string,
  locale: unknown,
): Promise<PaymentChoice[] | null> {
  if (!cart_id) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = [...CART_FIELDS, "region_id"]
  const { data } = await query.graph({ entity: "cart", fields, filters: { id: cart_id } })
  const row: unknown = data[0]
  if (!row) return null
  const cart = parseCart(row)
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const { currency_code } = cart
  const [settings, offered, provider_ids] = await Promise.all([
    ledger.getSettings(),
    ledger.listOfferedMethods(currency_code),
    listRegionsProviders(container, regionOfCart.parse(row).region_id ?? ""),
  ])
  const source = { cart, automatic_codes: [], order_number: null }
  const address = cart.billing_address ?? cart.shipping_address
  return paymentChoices({
    provider_ids,
    offered: "methods" in offered ? offered.methods : null,
    purchase: { amount: cartTotal(cart), currency_code, source, settings },
    language: pickLanguage({
      locales: [locale, cart.locale],
      country: address?.country_code,
      fallback: settings.language,
    }),
  })
}

const regionsProvider = z.object({
  payment_provider: z.object({ id: z.string(), is_enabled: z.boolean() }).nullish(),
})

async function listRegionsProviders(
  container: MedusaContainer,
  region_id: string,
): Promise<string[]> {
  if (!region_id) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region_payment_provider",
    fields: ["payment_provider.id", "payment_provider.is_enabled"],
    filters: { region_id },
  })
  const providers = data.map((row: unknown) => regionsProvider.parse(row).payment_provider)
  return providers.flatMap((provider) => (provider?.is_enabled ? [provider.id] : []))
}
