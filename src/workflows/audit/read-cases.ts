import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AuditedCase, AuditedCheckout, AuditedPayment } from "../../mapping/laws/facts"
import { findOrdersOfCarts } from "../../medusa/read-order"
import { findOrdersOfSessions, readAuditedPayments, readNow } from "../../medusa/read-audited"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { readOrders, toPayment, type ReadOrder } from "./read-orders"

/** A case before secuconnect was asked. */
export interface OpenCase extends Omit<AuditedCase, "checkouts"> {
  /** The same for the same case, whichever of its checkouts led to it. */
  key: string
  checkouts: { row: CheckoutRow; books: Books }[]
}

type Books = Pick<
  AuditedCheckout,
  "payments" | "open_requests" | "delivery_reports" | "events" | "troubles"
>

/** What is audited: made at the secuconnect that is in use, and no test payment of the settings page. */
export function auditedRows({ ledger }: Deps) {
  return {
    creation: "open" as const,
    is_test_payment: false,
    base_url: ledger.client.baseUrl,
  }
}

/** Puts together what belongs together, from a batch of the ledger's rows. */
export async function readCases(deps: Deps, batch: CheckoutRow[]): Promise<OpenCase[]> {
  const database = deps.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [orders, now, settings] = await Promise.all([
    readOrders(deps, await findOrderIds(deps, batch)),
    readNow(database),
    deps.ledger.getSettings(),
  ])
  const rows = await withSiblings(deps, batch, orders)
  const books = await readBooks(deps, rows)
  const cases = new Map<string, OpenCase>()
  for (const order of orders) caseOf(cases, keyOf(order)).orders.push(order)
  for (const row of rows) {
    const order = orders.find((candidate) => isOf(row, candidate))
    caseOf(cases, order ? keyOf(order) : row.id).checkouts.push({ row, books: books(row) })
  }
  return [...cases.values()].map((found) => ({ ...found, now, settings }))
}

/** Two orders of one cart are one case. */
const keyOf = ({ id, cart_id }: ReadOrder) => cart_id ?? id

type Group = Pick<OpenCase, "key" | "orders" | "checkouts">

function caseOf(cases: Map<string, Group>, key: string): Group {
  const found = cases.get(key) ?? { key, orders: [], checkouts: [] }
  cases.set(key, found)
  return found
}

/** By every way that leads from a checkout to an order: each of them alone can be broken. */
async function findOrderIds({ query }: Deps, rows: CheckoutRow[]): Promise<string[]> {
  const sessionIds = rows.map((row) => row.payment_session_id)
  const [ofCarts, ofSessions, payments] = await Promise.all([
    findOrdersOfCarts(
      query,
      rows.map(({ cart_id }) => cart_id),
    ),
    findOrdersOfSessions(query, sessionIds),
    readAuditedPayments(query, sessionIds),
  ])
  const ids = [
    ...ofCarts.map(({ order_id }) => order_id),
    ...ofSessions,
    ...payments.flatMap(({ payment_collection }) => payment_collection?.order?.id ?? []),
    ...rows.flatMap(({ order_id }) => order_id ?? []),
  ]
  return [...new Set(ids)]
}

function isOf(row: CheckoutRow, order: ReadOrder): boolean {
  const { id, payment_session_id, cart_id, order_id } = row
  const { sessions, payments } = entriesOf(order)
  return (
    [...sessions, ...payments].some(({ checkout_id }) => checkout_id === id) ||
    sessions.some((session) => session.id === payment_session_id) ||
    order.id === order_id ||
    (cart_id !== null && order.cart_id === cart_id)
  )
}

function entriesOf({ collections }: ReadOrder) {
  return {
    sessions: collections.flatMap(({ sessions }) => sessions),
    payments: collections.flatMap(({ payments }) => payments),
  }
}

/** The batch, and every other checkout of its orders. */
async function withSiblings(
  deps: Deps,
  batch: CheckoutRow[],
  orders: ReadOrder[],
): Promise<CheckoutRow[]> {
  const entries = orders.map(entriesOf)
  const sessions = entries.flatMap((entry) => entry.sessions)
  const payments = entries.flatMap((entry) => entry.payments)
  const $or = [
    { id: [...sessions, ...payments].flatMap(({ checkout_id }) => checkout_id ?? []) },
    { payment_session_id: sessions.map(({ id }) => id) },
    { order_id: orders.map(({ id }) => id) },
    { cart_id: orders.flatMap(({ cart_id }) => cart_id ?? []) },
  ]
  const siblings = await deps.ledger.listCheckouts({ $or, ...auditedRows(deps) })
  const known = new Set(batch.map(({ id }) => id))
  return [...batch, ...siblings.filter(({ id }) => !known.has(id))]
}

/** What Medusa has booked, and what the ledger still has to do, by checkout. */
async function readBooks({ query, ledger }: Deps, rows: CheckoutRow[]) {
  const checkout_id = rows.map(({ id }) => id)
  const [payments, requests, reports, events] = await Promise.all([
    readAuditedPayments(
      query,
      rows.map((row) => row.payment_session_id),
    ),
    ledger.listMoneyRequests({ checkout_id, state: "open" }),
    ledger.listDeliveryReports({ checkout_id }),
    ledger.listCheckoutEvents({ checkout_id }, { order: { created_at: "ASC" } }),
  ])
  const own = payments.map(({ payment_collection, ...payment }) => {
    return toPayment(payment, payment_collection?.order?.id ?? null)
  })
  return ({ id }: CheckoutRow): Books => ({
    payments: own.filter((payment: AuditedPayment) => payment.checkout_id === id),
    open_requests: requests.filter((request) => request.checkout_id === id),
    delivery_reports: reports.filter((report) => report.checkout_id === id),
    ...toldOf(events.filter((line) => line.checkout_id === id)),
  })
}

type Line = Awaited<ReturnType<Deps["ledger"]["listCheckoutEvents"]>>[number]

/** The history's lines, oldest first. */
function toldOf(lines: Line[]): Pick<Books, "events" | "troubles"> {
  return {
    events: lines.flatMap(({ event_name, created_at, sent_at }) =>
      event_name ? [{ event_name, created_at, sent_at }] : [],
    ),
    troubles: lines.filter(({ detail }) => detail?.["reason"] === "busy"),
  }
}
