import { getOrdersListWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { z } from "zod"
import type { AuditedOrder, AuditedPayment } from "../../mapping/laws/facts"
import {
  AUDITED_ORDER_FIELDS,
  auditedOrderSchema,
  type MedusaAuditedOrder,
  type MedusaAuditedPayment,
} from "../../medusa/audit-schemas"
import { readOrderVersions } from "../../medusa/read-audited"
import type { Deps } from "../deps"

/** An order, and the cart that it came of. */
export interface ReadOrder extends AuditedOrder {
  cart_id: string | null
}

const listed = z.union([z.array(z.unknown()), z.object({ rows: z.array(z.unknown()) })])

/** Orders with everything that was booked on them, and the statuses that the admin shows. */
export async function readOrders({ container, ledger }: Deps, ids: string[]): Promise<ReadOrder[]> {
  if (ids.length === 0) return []
  const variables = { filters: { id: ids } }
  const input = { fields: [...AUDITED_ORDER_FIELDS], variables }
  const { result } = await getOrdersListWorkflow(container).run({ input })
  const found = listed.parse(result)
  const rows = Array.isArray(found) ? found : found.rows
  const orders = rows.map((row) => auditedOrderSchema.parse(row))
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const versions = await readOrderVersions(database, ids)
  const unpaid = await ledger.listUnpaidOrders({ order_id: ids, ended_at: null })
  const first = new Set(unpaid.map(({ order_id }) => order_id))
  return orders.map((order) => {
    const own = versions.filter(({ order_id }) => order_id === order.id)
    return { ...toOrder(order, own), is_order_first: first.has(order.id) }
  })
}

function toOrder(
  order: MedusaAuditedOrder,
  versions: AuditedOrder["versions"],
): Omit<ReadOrder, "is_order_first"> {
  const { cart, summary, items, fulfillments, transactions, payment_collections, ...own } = order
  const left = fulfillments.flatMap(
    ({ shipped_at, delivered_at }) => shipped_at ?? delivered_at ?? [],
  )
  return {
    ...own,
    cart_id: cart?.id ?? null,
    pending_difference: summary.pending_difference,
    shipped_at: left.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null,
    shown_total: order.total,
    is_returning: items.some(isReturning),
    items: items.map(toItem),
    total: MathBN.add(summary.pending_difference, summary.transaction_total),
    versions,
    transactions: transactions
      .map(({ reference = null, reference_id = null, ...transaction }) => {
        return { ...transaction, reference, reference_id }
      })
      .toSorted((one, other) => one.created_at.getTime() - other.created_at.getTime()),
    collections: payment_collections.map(({ payment_sessions, payments, ...collection }) => ({
      ...collection,
      sessions: payment_sessions.map(({ data, ...session }) => {
        return { ...session, checkout_id: data?.checkout_id ?? null }
      }),
      payments: payments.map((payment) => toPayment(payment, order.id)),
    })),
  }
}

function toItem({ quantity, requires_shipping, detail }: MedusaAuditedOrder["items"][number]) {
  return {
    quantity,
    is_sent: requires_shipping !== false,
    shipped: detail.shipped_quantity,
    delivered: detail.delivered_quantity,
    came_back: detail.return_received_quantity,
    written_off: detail.written_off_quantity,
  }
}

/** Asked back, and neither here nor given up. */
function isReturning({ detail }: MedusaAuditedOrder["items"][number]): boolean {
  const done = MathBN.add(detail.return_received_quantity, detail.return_dismissed_quantity)
  return MathBN.gt(detail.return_requested_quantity, done)
}

export function toPayment(
  { data, canceled_at, ...payment }: Omit<MedusaAuditedPayment, "payment_collection">,
  order_id: string | null,
): AuditedPayment {
  const checkout_id = data?.checkout_id ?? null
  return { ...payment, checkout_id, order_id, is_canceled: Boolean(canceled_at) }
}
