import { z } from "zod"

import { make } from "./carts/admin"
import { readOrder } from "./carts/after-the-order"
import { rowOf } from "./ledger"
import type { Shop } from "./shop"
import type { Paid } from "./money"

const anything = z.unknown()

const fulfillmentsReply = z.object({
  order: z.object({
    items: z.array(z.object({ id: z.string(), quantity: z.number() })),
    fulfillments: z.array(z.object({ id: z.string(), created_at: z.string() })),
  }),
})

export interface Parcel {
  tracking_number?: string
  tracking_url?: string
  metadata?: Record<string, unknown>
  /** How many of the order's first item; all of everything unless given. */
  quantity?: number
}

/** The merchant packs a parcel. Gives the fulfilment's id. */
export async function pack(shop: Shop, { orderId }: Paid, parcel: Parcel = {}): Promise<string> {
  const { items } = await readOrder(shop, orderId)
  const [first] = items
  const packed = parcel.quantity ? [{ id: first?.id ?? "", quantity: parcel.quantity }] : items
  const path = `/admin/orders/${orderId}`
  const { metadata } = parcel
  await shop.admin.ok(anything, `${path}/fulfillments`, { body: { items: packed, metadata } })
  const fields = "*items,*fulfillments"
  const { order } = await shop.admin.ok(fulfillmentsReply, `${path}?fields=${fields}`)
  const newest = order.fulfillments.sort((one, other) =>
    other.created_at.localeCompare(one.created_at),
  )[0]
  if (!newest) throw new Error("Nothing was packed.")
  return newest.id
}

/** The merchant packs a parcel and marks it as shipped. Gives the fulfilment's id. */
export async function ship(shop: Shop, order: Paid, parcel: Parcel = {}): Promise<string> {
  const id = await pack(shop, order, parcel)
  const { items } = await readOrder(shop, order.orderId)
  const { tracking_number, tracking_url = "#" } = parcel
  const labels = tracking_number ? [{ tracking_number, tracking_url, label_url: "#" }] : []
  const path = `/admin/orders/${order.orderId}/fulfillments/${id}/shipments`
  await make(shop, path, { items, labels })
  return id
}

const reportSchema = z.object({
  id: z.string(),
  fulfillment_id: z.string(),
  kind: z.string(),
  state: z.string(),
  attempts: z.number(),
  problem: z.string().nullable(),
})

/** What was to be reported of a payment, oldest first. */
export async function reportsOf(shop: Shop, payment: { stx: string }) {
  const { id } = await rowOf(shop, payment)
  const sql = "SELECT * FROM secuconnect_delivery_report WHERE checkout_id = $1 ORDER BY created_at"
  return shop.db.rows(reportSchema, sql, [id])
}

/** Makes a report's next attempt due. */
export async function makeReportsDue(shop: Shop): Promise<void> {
  const sql =
    "UPDATE secuconnect_delivery_report SET updated_at = now() - interval '2 days' WHERE state = 'open'"
  await shop.db.rows(z.unknown(), sql)
}

/** The requests that told secuconnect of deliveries: path's last part and body. */
export async function toldOf({ sandbox }: Shop) {
  const made = await sandbox.requests()
  return made
    .filter(({ path }) => /\/(capture|ShippingInformation)$/.test(path))
    .map(({ path, body, fault }) => ({ call: path.split("/").at(-1), body, fault }))
}
