import { z } from "zod"

import { ask, type Answer } from "./http"
import { make } from "./carts/admin"
import { makeDue } from "./ledger"
import { comeBackToOrder } from "./money"
import type { Shop } from "./shop"
import {
  askForSession,
  CASE,
  completeCart,
  fillCart,
  MAX,
  openCollection,
  payAt,
  startPayment,
  variantIds,
  type CartWish,
  type StartedPayment,
} from "./shopper"
import { tick } from "./carts/tick"
import { until } from "./until"

type Placed = StartedPayment & { orderId: string }

const linkReply = z.object({ payment_link: z.object({ id: z.string(), url: z.string() }) })

export const linksPath = (orderId: string) => `/admin/secuconnect/orders/${orderId}/payment-links`

/** The merchant makes a link; its address. */
export async function makeLink(shop: Shop, orderId: string): Promise<string> {
  const { payment_link } = await shop.admin.ok(linkReply, linksPath(orderId), { body: {} })
  return payment_link.url
}

/** The customer opens a page, with an English browser unless told otherwise. */
export const open = (url: string, language = "en"): Promise<Answer> =>
  ask(url, { headers: { "accept-language": language } })

/** What the page says above all. */
export const titleOf = ({ text }: Answer) => /<h1>(.*?)<\/h1>/.exec(text)?.[1]

/** Sends the page's form, with whatever it is filled with. */
export function send(url: string, fields: Record<string, string>): Promise<Answer> {
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "accept-language": "en",
  }
  return ask(url, { raw: new URLSearchParams(fields).toString(), headers })
}

/** The customer presses the button of a payment method, and gets to the payment page. */
export async function start(url: string, method = "general"): Promise<{ stx: string }> {
  const { status, headers, text } = await send(url, { method })
  const stx = /STX_\w+/.exec(headers.get("location") ?? "")?.[0]
  if (status !== 303 || !stx) throw new Error(`Nothing was started: ${status} ${text}`)
  return { stx }
}

/** The customer pays, or does not, comes back, and sees the page. */
export async function finish(
  shop: Shop,
  payment: { stx: string },
  choice: Parameters<typeof payAt>[2] = {},
): Promise<Answer> {
  return await arrive(await payAt(shop, payment, choice))
}

/** The customer follows the way back, and sees the page. */
export async function arrive(wayBack: string): Promise<Answer> {
  const back = await ask(wayBack)
  return await open(back.headers.get("location") ?? "")
}

/**
 * Looks at a payment once more, and waits until it is cancelled. Its order may just have made it due
 * itself: whoever looks first is at work then.
 */
export async function seeCancelled(shop: Shop, payment: { stx: string }): Promise<void> {
  await makeDue(shop, payment)
  await tick(shop)
  await until("the payment to be cancelled", async () => {
    const { status } = await shop.sandbox.read(payment.stx)
    return status === "cancelled" || undefined
  })
}

/** An order whose transfer did not come in time. */
export async function expiredOrder(shop: Shop, wish: CartWish = {}): Promise<Placed> {
  return await expire(shop, await fillCart(shop, wish))
}

/** The cart is ordered, and its transfer does not come in time. */
export async function expire(shop: Shop, cartId: string): Promise<Placed> {
  const payment = await startPayment(shop, cartId)
  const orderId = await comeBackToOrder(await payAt(shop, payment, { method: "prepaid" }))
  await shop.sandbox.happen(payment.stx, "expire")
  await makeDue(shop, payment)
  await tick(shop)
  return { ...payment, orderId }
}

/** Medusa's own provider, which takes no money. */
export const MANUAL = "pp_system_default"

const regionReply = z.object({
  region: z.object({ payment_providers: z.array(z.object({ id: z.string() })).default([]) }),
})
const orderReply = z.object({ order: z.object({ id: z.string() }) })

/** The region offers Medusa's manual provider beside ours. */
export async function offerManually(shop: Shop): Promise<void> {
  const path = `/admin/regions/${shop.seeded.region_id}`
  const found = await shop.admin.ok(regionReply, `${path}?fields=*payment_providers`)
  const ours = found.region.payment_providers.map(({ id }) => id)
  const payment_providers = [...new Set([...ours, MANUAL])]
  await shop.admin.ok(regionReply, path, { body: { payment_providers } })
}

/** An order is placed with that provider; its id. */
export async function placeManually(shop: Shop): Promise<string> {
  await offerManually(shop)
  const cartId = await fillCart(shop)
  const collection = await openCollection(shop, cartId)
  await askForSession(shop, collection, { provider: MANUAL })
  const { status, body, text } = await completeCart(shop, cartId)
  if (status !== 200) throw new Error(text)
  return orderReply.parse(body).order.id
}

/** A draft of an order for a pen case, as the merchant writes it; its id. */
export async function makeDraft(shop: Shop, promo_codes: string[] = []): Promise<string> {
  const variant_id = (await variantIds(shop)).get(CASE) ?? ""
  const items = [{ variant_id, quantity: 1 }]
  const { region_id } = shop.seeded
  const addresses = { shipping_address: MAX, billing_address: MAX }
  const body = { region_id, email: "draft@example.org", items, promo_codes, ...addresses }
  return await make(shop, "/admin/draft-orders", body)
}

/** The draft becomes an order. */
export async function convertDraft(shop: Shop, id: string): Promise<void> {
  await shop.admin.ok(z.unknown(), `/admin/draft-orders/${id}/convert-to-order`, { body: {} })
}
