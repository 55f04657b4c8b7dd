import { z } from "zod"

import type { Shop } from "../shop"
import { MAIL, MAX } from "../shopper"
import { runWorkflow } from "./admin"
import type { ArticleName } from "./articles"
import type { Market } from "./market"
import type { PlaceCode, ShippingCode } from "./places"

/** What is put into a cart. */
export interface Filling {
  /** Germany unless given. */
  place?: PlaceCode
  items: Partial<Record<ArticleName, number>>
  codes?: string[]
  /** "standard" unless given; null for what is not sent. */
  shipping?: ShippingCode | null
  /** Gift cards and store credit, major units. */
  credit?: number[]
}

const cartSchema = z.object({
  id: z.string(),
  total: z.number(),
  discount_total: z.number(),
  credit_line_total: z.number(),
  currency_code: z.string(),
  items: z.array(z.object({ id: z.string(), quantity: z.number() })),
})

/** A cart as the store API shows it. Major units, unrounded. */
export type FilledCart = z.infer<typeof cartSchema>

const cartReply = z.object({ cart: cartSchema })
const FIELDS =
  "?fields=id,total,discount_total,credit_line_total,currency_code,items.id,items.quantity"

/** Fills a cart through the store API; credit comes from one of Medusa's workflows. */
export async function fillMarketCart(
  shop: Shop,
  market: Market,
  filling: Filling,
): Promise<FilledCart> {
  const { place = "de", codes = [], shipping = "standard", credit = [] } = filling
  const id = await openCart(shop, market, filling)
  const path = `/store/carts/${id}`
  if (shipping) {
    const body = { option_id: market.shipping(place, shipping) }
    await shop.store.ok(cartReply, `${path}/shipping-methods${FIELDS}`, { body })
  }
  // Medusa forgets a code for shipping that is given before the shipping is chosen.
  if (codes.length > 0) {
    await shop.store.ok(cartReply, `${path}/promotions${FIELDS}`, { body: { promo_codes: codes } })
  }
  if (credit.length > 0) {
    const lines = credit.map((amount) => {
      return { cart_id: id, amount, reference: "gift_card", reference_id: "GIFT" }
    })
    await runWorkflow(shop, "create-cart-credit-lines", lines)
  }
  return (await shop.store.ok(cartReply, path + FIELDS)).cart
}

async function openCart(shop: Shop, market: Market, { place = "de", items }: Filling) {
  const province = place === "us" ? { province: "ny" } : {}
  const address = { ...MAX, ...province, country_code: place }
  const { cart } = await shop.store.ok(cartReply, `/store/carts${FIELDS}`, {
    body: {
      region_id: market.region(place),
      items: Object.entries(items).map(([name, quantity]) => {
        return { variant_id: market.variant(name), quantity }
      }),
      email: MAIL,
      shipping_address: address,
      billing_address: address,
    },
  })
  return cart.id
}
