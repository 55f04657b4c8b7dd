import type { MedusaContainer } from "@medusajs/framework/types"
import { findPaymentOfOrder } from "../../medusa/read-order-for-booking"
import { sessionFinding } from "../../mapping/views/outcome"
import type { PaymentLinkRow } from "../../modules/secuconnect/types"
import { readOpenOrder, type OpenOrder } from "../booking/open-order"
import { resolveDeps, type Deps } from "../deps"

/** Something has happened to an order, or to a payment of Medusa's. */
export type Happened = { order_id: string } | { payment_id: string }

/**
 * Ends an order's links when nothing is open any more or it was cancelled, and writes down through which
 * it was paid. For subscribers; whoever looks at a link does the same.
 */
export async function concludePaymentLinks(
  container: MedusaContainer,
  happened: Happened,
): Promise<void> {
  const deps = resolveDeps(container)
  const order_id = "order_id" in happened ? happened.order_id : await orderOf(deps, happened)
  const links = order_id ? await deps.ledger.paymentLinks.ofOrder(order_id) : []
  const open = links.length > 0 && order_id ? await readOpenOrder(deps, order_id) : null
  if (open) await concludeLinks(deps, open, links)
}

async function orderOf({ query }: Deps, { payment_id }: { payment_id: string }) {
  return (await findPaymentOfOrder(query, { id: payment_id }))?.order_id ?? null
}

/** The same for whoever has read them already. */
export async function concludeLinks(
  deps: Deps,
  { order, open }: OpenOrder,
  links: PaymentLinkRow[],
): Promise<void> {
  const { paymentLinks } = deps.ledger
  for (const id of await paidThrough(deps, order.id, links)) await paymentLinks.markPaid(id)
  if (links.every(({ ended_at }) => ended_at !== null)) return
  if (order.status === "canceled") await paymentLinks.end(order.id, "cancelled")
  else if (open !== null && open <= 0) await paymentLinks.end(order.id, "paid")
}

/** Ids of links through which a payment of the order was made, and that do not say so yet. */
async function paidThrough(
  { ledger }: Deps,
  order_id: string,
  links: PaymentLinkRow[],
): Promise<string[]> {
  const ids = links.filter(({ paid_at }) => paid_at === null).map(({ id }) => id)
  if (ids.length === 0) return []
  const started = await ledger.listCheckouts({ payment_link_id: ids, order_id })
  const paid = started.filter((checkout) => sessionFinding(checkout).state === "paid")
  return paid.flatMap(({ payment_link_id }) => payment_link_id ?? [])
}
