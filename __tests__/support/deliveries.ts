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

type Ordered = Pick<Paid, "orderId">

/** The merchant packs a parcel. Gives the fulfilment's id. */
export async function pack(
  shop: Pick<Shop, "admin">,
  { orderId }: Ordered,
  parcel: Parcel = {},
): Promise<string> {
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
export async function ship(
  shop: Pick<Shop, "admin">,
  order: Ordered,
  parcel: Parcel = {},
): Promise<string> {
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
    "UPDATE secuconnect_delivery_report SET tried_at = now() - interval '2 days' WHERE state = 'open'"
  await shop.db.rows(z.unknown(), sql)
}

/**
 * Puts so many payments of another secuconnect into the ledger, each with a report that has waited for
 * longer than any other and will never be taken.
 */
export async function stickElsewhere({ db }: Shop, count: number): Promise<void> {
  const checkouts = `INSERT INTO secuconnect_checkout (id, reference, creation, base_url, contract_id,
      is_demo, payment_session_id, amount, raw_amount, currency_code, currency_exponent, language, return_token_hash,
      push_token_hash, stx_id, status, payment_ids)
    SELECT 'scchk_stuck_' || i, 'STUCK' || i, 'open', 'https://connect-testing.secuconnect.com', 'GCR_1',
      true, 'payses_stuck_' || i, 100, '{"value":"100","precision":20}', 'eur', 2, 'en', 'return' || i,
      'push' || i, 'STX_STUCK_' || i, 'accepted', '{}' FROM generate_series(1, $1::int) AS i`
  const reports = `INSERT INTO secuconnect_delivery_report (id, checkout_id, fulfillment_id, kind, state,
      attempts, tried_at, created_at, updated_at)
    SELECT 'scdel_stuck_' || i, 'scchk_stuck_' || i, 'ful_stuck_' || i, 'capture', 'open', 3,
      now() - interval '30 days', now() - interval '31 days', now() - interval '30 days'
    FROM generate_series(1, $1::int) AS i`
  for (const sql of [checkouts, reports]) await db.rows(z.unknown(), sql, [count])
}

/** What is stuck elsewhere is gone. */
export async function clearElsewhere({ db }: Shop): Promise<void> {
  await db.run(`DELETE FROM secuconnect_delivery_report WHERE checkout_id LIKE 'scchk_stuck_%';
    DELETE FROM secuconnect_checkout WHERE id LIKE 'scchk_stuck_%'`)
}

/** The requests that told secuconnect of deliveries: path's last part and body. */
export async function toldOf({ sandbox }: Shop) {
  const made = await sandbox.requests()
  return made
    .filter(({ path }) => /\/(capture|ShippingInformation)$/.test(path))
    .map(({ path, body, fault }) => ({ call: path.split("/").at(-1), body, fault }))
}
