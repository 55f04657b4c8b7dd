import { z } from "zod"
import { addressIn } from "./address"
import type { Item } from "./choose-items"
import type { Stall } from "./shop"
import { StoreRefusal, type StoreApi } from "./store-api"
import { Trouble } from "./trouble"

/** What a cart is to hold. */
export interface CartWish {
  stall: Stall
  items: Item[]
  code: string | undefined
  email: string
  /** In the metadata of cart and order, so that they can be told from others. */
  mark: string
  /** Chooses among the shipping options. */
  turn: number
}

/** The name under which the mark stands in the metadata. */
const MARK = "secuconnect_rehearsal"

const cartReply = z.object({ cart: z.object({ id: z.string() }) })
const itemsReply = z.object({
  cart: z.object({ items: z.array(z.object({ requires_shipping: z.boolean().nullish() })) }),
})
const totalReply = z.object({ cart: z.object({ total: z.number() }) })
const optionsReply = z.object({
  shipping_options: z.array(
    z.object({
      id: z.string(),
      shipping_profile_id: z.string().nullish(),
      insufficient_inventory: z.boolean().nullish(),
    }),
  ),
})

/** Puts a cart together as a storefront does. */
export async function createCart(api: StoreApi, wish: CartWish): Promise<string> {
  const { stall, items, email, mark } = wish
  const address = addressIn(stall.country)
  const { cart } = await api.post(cartReply, "/store/carts", {
    region_id: stall.region.id,
    sales_channel_id: stall.sales_channel.id,
    email,
    items: items.map(({ article, quantity }) => ({ variant_id: article.variant_id, quantity })),
    shipping_address: address,
    billing_address: address,
    metadata: { [MARK]: mark },
  })
  return cart.id
}

/**
 * Gets it ready to be paid: code, shipping.
 *
 * @returns what it costs, in major units
 */
export async function finishCart(api: StoreApi, id: string, wish: CartWish): Promise<number> {
  if (wish.code !== undefined) await enterCode(api, id, wish.code)
  await chooseShipping(api, id, wish.turn)
  return (await api.get(totalReply, `/store/carts/${id}?fields=id,total`)).cart.total
}

/** Not every code is for every cart: then the shop says so, and the shopper goes on. */
async function enterCode(api: StoreApi, id: string, code: string): Promise<void> {
  try {
    await api.post(cartReply, `/store/carts/${id}/promotions`, { promo_codes: [code] })
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error
  }
}

/** One option for each of the shipping profiles in the cart. */
async function chooseShipping(api: StoreApi, id: string, turn: number): Promise<void> {
  const { shipping_options } = await api.get(optionsReply, `/store/shipping-options?cart_id=${id}`)
  const usable = shipping_options.filter((option) => !option.insufficient_inventory)
  const profiles = new Set(usable.map((option) => option.shipping_profile_id))
  for (const profile of profiles) {
    const offered = usable.filter((option) => option.shipping_profile_id === profile)
    const option = offered[turn % offered.length]
    const body = { option_id: option?.id }
    await api.post(cartReply, `/store/carts/${id}/shipping-methods`, body)
  }
  if (profiles.size === 0) await refuseUnshippable(api, id)
}

/** Not every article is shipped. */
async function refuseUnshippable(api: StoreApi, id: string): Promise<void> {
  const { cart } = await api.get(itemsReply, `/store/carts/${id}?fields=id,*items`)
  if (cart.items.some((item) => item.requires_shipping)) throw new Trouble("no_shipping")
}
