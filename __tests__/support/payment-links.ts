import { z } from "zod"

import { ask, type Answer } from "./http"
import { makeDue } from "./ledger"
import { buy, type Paid } from "./money"
import type { Shop } from "./shop"
import { payAt, type CartWish } from "./shopper"
import { tick } from "./carts/tick"
import { until } from "./until"

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
  const back = await ask(await payAt(shop, payment, choice))
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
export async function expiredOrder(shop: Shop, wish: CartWish = {}): Promise<Paid> {
  const order = await buy(shop, { ...wish, method: "prepaid" })
  await shop.sandbox.happen(order.stx, "expire")
  await makeDue(shop, order)
  await tick(shop)
  return order
}
