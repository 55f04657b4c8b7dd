import type { BigNumberInput } from "@medusajs/framework/types"
import type { AuditedCheckout } from "../../mapping/books/audit"
import { exactMinorUnits } from "../../mapping/words/currency"
import { findOrdersOfCarts } from "../../medusa/read-order"
import { readPaymentsOfOrders, type MedusaPaymentOfOrder } from "../../medusa/read-payments"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** What ledger and Medusa say of a checkout; minor units, Medusa's as unrounded as it keeps them. */
export type Books = Pick<AuditedCheckout, "ledger" | "medusa">

const OLD_MS = 60 * 60_000

/** Reads a batch with three queries. Gives an entry for every row, by its id. */
export async function readBooks(deps: Deps, batch: CheckoutRow[]): Promise<Map<string, Books>> {
  const { query } = deps
  const sessionIds = batch.map((row) => row.payment_session_id)
  const cartIds = batch.map((row) => row.cart_id)
  const [payments, ordersOfCarts, requests] = await Promise.all([
    readPaymentsOfOrders(query, sessionIds),
    findOrdersOfCarts(query, cartIds),
    readOldRequests(deps, batch),
  ])
  return new Map(
    batch.map((row) => {
      const own = payments.filter(({ data }) => data?.checkout_id === row.id)
      const orders = ordersOfCarts.filter(({ cart_id }) => cart_id === row.cart_id)
      const old_requests = requests.filter(({ checkout_id }) => checkout_id === row.id)
      const medusa = {
        orders: orders.map(({ order_id }) => order_id),
        ...toAudited(own, row.currency_code),
      }
      return [row.id, { ledger: { ...row, old_requests }, medusa }]
    }),
  )
}

function toAudited(
  payments: MedusaPaymentOfOrder[],
  currency_code: string,
): Pick<AuditedCheckout["medusa"], "payments" | "transactions"> {
  const inMinor = <Row extends { amount: BigNumberInput }>(rows: Row[]) =>
    rows.map((row) => ({ ...row, amount: exactMinorUnits(row.amount, currency_code) }))
  const orders = payments.flatMap(({ payment_collection }) => payment_collection.order ?? [])
  const transactions = new Map(orders.map((order) => [order.id, order.transactions]))
  return {
    payments: payments.map(({ id, captures, refunds, payment_collection: { order } }) => ({
      id,
      order_id: order?.id ?? null,
      is_canceled: order?.status === "canceled",
      captures: inMinor(captures),
      refunds: inMinor(refunds),
    })),
    transactions: inMinor([...transactions.values()].flat()),
  }
}

async function readOldRequests(deps: Deps, batch: CheckoutRow[]) {
  return await deps.ledger.listMoneyRequests({
    checkout_id: batch.map(({ id }) => id),
    state: "open",
    created_at: { $lt: new Date(Date.now() - OLD_MS) },
  })
}
