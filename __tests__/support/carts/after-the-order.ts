import { z } from "zod"

import type { Shop } from "../shop"
import { make } from "./admin"

const anything = z.unknown()

const orderReply = z.object({
  order: z.object({
    display_id: z.number(),
    payment_status: z.string(),
    items: z.array(z.object({ id: z.string(), quantity: z.number() })),
    payment_collections: z.array(
      z.object({ id: z.string(), status: z.string(), amount: z.number() }),
    ),
  }),
})

/** An order as the admin sees it. */
export async function readOrder(shop: Pick<Shop, "admin">, orderId: string) {
  const fields = "display_id,payment_status,*items,*payment_collections"
  return (await shop.admin.ok(orderReply, `/admin/orders/${orderId}?fields=${fields}`)).order
}

/** The collection with which the rest of an order is to be paid. Major units. */
export async function debtOf(shop: Shop, orderId: string) {
  const { payment_collections } = await readOrder(shop, orderId)
  const open = payment_collections.find(({ status }) => status === "not_paid")
  if (!open) throw new Error(`Nothing of ${orderId} is to be paid.`)
  return open
}

/** Ways in which an order comes to cost more than was paid; each as the merchant's clicks. */
export interface Aftermath {
  shop: Shop
  orderId: string
  /** Variant of the article that is added. */
  variant_id: string
}

/** The merchant adds an article to the order. */
export async function editOrder({ shop, orderId, variant_id }: Aftermath): Promise<void> {
  const edit = `/admin/order-edits/${orderId}`
  await shop.admin.ok(anything, "/admin/order-edits", { body: { order_id: orderId } })
  await shop.admin.ok(anything, `${edit}/items`, { body: { items: [{ variant_id, quantity: 1 }] } })
  await shop.admin.ok(anything, `${edit}/confirm`, { method: "POST", body: {} })
}

/** The merchant takes so many of the order's first item off it. */
export async function reduceOrder(shop: Shop, orderId: string, by: number): Promise<void> {
  const edit = `/admin/order-edits/${orderId}`
  const [first] = (await readOrder(shop, orderId)).items
  if (!first) throw new Error(`${orderId} has no items.`)
  const quantity = first.quantity - by
  await shop.admin.ok(anything, "/admin/order-edits", { body: { order_id: orderId } })
  await shop.admin.ok(anything, `${edit}/items/item/${first.id}`, { body: { quantity } })
  await shop.admin.ok(anything, `${edit}/confirm`, { method: "POST", body: {} })
}

/** One of the articles was delivered, and is exchanged for a dearer one. */
export async function exchangeArticle(aftermath: Aftermath): Promise<void> {
  const { shop, orderId } = aftermath
  await requestExchange(aftermath, await deliver(shop, orderId))
}

/** One of the order's item, which has left the shop, is to come back for another article. Gives its id. */
export async function requestExchange(
  { shop, orderId, variant_id }: Aftermath,
  id: string,
): Promise<string> {
  const items = [{ id, quantity: 1 }]
  const exchange = await makeChange(shop, "exchange", { order_id: orderId })
  const path = `/admin/exchanges/${exchange}`
  await shop.admin.ok(anything, `${path}/inbound/items`, { body: { items } })
  const outbound = { items: [{ variant_id, quantity: 1 }] }
  await shop.admin.ok(anything, `${path}/outbound/items`, { body: outbound })
  await shop.admin.ok(anything, `${path}/request`, { method: "POST", body: {} })
  return exchange
}

/** Something was wrong with one of the articles, and another article is sent, to be paid. */
export async function settleClaim({ shop, orderId, variant_id }: Aftermath): Promise<void> {
  const id = await deliver(shop, orderId)
  const claim = await makeChange(shop, "claim", { order_id: orderId, type: "replace" })
  const path = `/admin/claims/${claim}`
  const claimed = { items: [{ id, quantity: 1, reason: "wrong_item" }] }
  await shop.admin.ok(anything, `${path}/claim-items`, { body: claimed })
  const outbound = { items: [{ variant_id, quantity: 1 }] }
  await shop.admin.ok(anything, `${path}/outbound/items`, { body: outbound })
  await shop.admin.ok(anything, `${path}/request`, { method: "POST", body: {} })
}

/** The merchant sends a link to pay something more. */
export async function sendPaymentLink({ shop, orderId }: Aftermath): Promise<void> {
  await make(shop, "/admin/payment-collections", { order_id: orderId, amount: 7.5 })
}

const madeReply = z.record(z.string(), z.looseObject({ id: z.string() }))

/** Gives the id of the exchange or claim; the answer holds order and return as well. */
async function makeChange(shop: Shop, kind: "exchange" | "claim", body: object): Promise<string> {
  const made = await shop.admin.ok(madeReply, `/admin/${kind}s`, { body })
  return made[kind]?.id ?? ""
}

/** Hands all articles of the order over. Gives the id of the first line item. */
async function deliver(shop: Shop, orderId: string): Promise<string> {
  const { items } = await readOrder(shop, orderId)
  const path = `/admin/orders/${orderId}/fulfillments`
  await shop.admin.ok(anything, path, { body: { items } })
  return items[0]?.id ?? ""
}
