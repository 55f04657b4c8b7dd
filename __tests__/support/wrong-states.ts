import { z } from "zod"

import { repeatRow, numeric } from "./wrong-rows"
import { reduceOrder } from "./carts/after-the-order"
import { rowOf } from "./ledger"
import { buy, createMerchant, type Paid } from "./money"
import type { Shop } from "./shop"
import { goToCheckout, payAt, type StartedPayment } from "./shopper"
import { until } from "./until"

/** What went wrong in a store, and where: a checkout of the case. */
export interface WrongState {
  /** Letter of the kind of fault that led here. */
  kind: string
  what: string
  /** The laws that are broken; others may be as well. */
  laws: string[]
  arrange(shop: Shop): Promise<{ stx: string }>
}

/** The merchant takes the authorised money. */
async function paid(shop: Shop): Promise<Paid> {
  const order = await buy(shop)
  await createMerchant(shop).capture(order)
  return order
}

async function refunded(shop: Shop, amount: number): Promise<Paid> {
  const order = await paid(shop)
  await createMerchant(shop).refund(order, amount)
  return order
}

/** Paid on the payment page by somebody who never comes back, and of whom nobody tells the store. */
async function paidUnseen(shop: Shop, method: "creditcard" | "sofort" | "prepaid") {
  const payment = await goToCheckout(shop)
  await payAt(shop, payment, { method })
  return payment
}

const change = async (shop: Shop, sql: string, values: unknown[]) => {
  await shop.db.rows(z.unknown(), sql, values)
}

const setRow = async (shop: Shop, { stx }: { stx: string }, set: string) =>
  change(shop, `UPDATE secuconnect_checkout SET ${set} WHERE stx_id = $1`, [stx])

/** The refund's order change never came to be: the order is back at its first version. */
async function forgetCreditLine(shop: Shop, { orderId }: Paid): Promise<void> {
  for (const table of ["order_item", "order_shipping", "order_credit_line", "order_summary"]) {
    await change(shop, `DELETE FROM ${table} WHERE order_id = $1 AND version > 1`, [orderId])
  }
  await change(shop, `UPDATE "order" SET version = 1 WHERE id = $1`, [orderId])
}

/** The order costs more than was paid; its summary knows. */
async function makeDearer(shop: Shop, { orderId }: Pick<Paid, "orderId">): Promise<void> {
  const items = `UPDATE order_line_item l SET unit_price = 100, raw_unit_price = ${numeric("100")}
    FROM order_item i WHERE i.item_id = l.id AND i.order_id = $1`
  await change(shop, items, [orderId])
  const more = "168.1"
  const pending = `(totals->>'pending_difference')::numeric + ${more}`
  const summary = `UPDATE order_summary SET totals = totals
    || jsonb_build_object('current_order_total', 200, 'raw_current_order_total', ${numeric("200")})
    || jsonb_build_object('pending_difference', ${pending},
         'raw_pending_difference', jsonb_build_object('value', (${pending})::text, 'precision', 20))
    WHERE order_id = $1`
  await change(shop, summary, [orderId])
}

/** A checkout comes to belong to an order that has one already. */
async function giveTo(shop: Shop, order: Paid, payment: StartedPayment): Promise<void> {
  const { id } = await rowOf(shop, payment)
  const sql = "UPDATE secuconnect_checkout SET order_id = $2, cart_id = $3 WHERE id = $1"
  await change(shop, sql, [id, order.orderId, order.cartId])
}

/** One for each kind of fault, and more where a kind shows itself in several ways. */
export const WRONG_STATES: WrongState[] = [
  {
    kind: "A",
    what: "a refund was sent three times and booked never",
    laws: ["money_missing"],
    async arrange(shop) {
      const order = await paid(shop)
      for (let nth = 0; nth < 3; nth++) await shop.sandbox.happen(order.stx, "refund", 1000)
      return order
    },
  },
  {
    kind: "A",
    what: "everything was given back, and canceling the order failed",
    laws: ["refunded_but_alive", "credit_line_missing", "order_underpaid"],
    async arrange(shop) {
      const order = await refunded(shop, 31.9)
      await forgetCreditLine(shop, order)
      return order
    },
  },
  {
    kind: "B",
    what: "an order was placed for less than it costs",
    laws: ["order_underpaid", "payment_status"],
    async arrange(shop) {
      const order = await paid(shop)
      await makeDearer(shop, order)
      return order
    },
  },
  {
    kind: "B",
    what: "an order was authorized for less than it costs",
    laws: ["order_underpaid"],
    async arrange(shop) {
      const order = await buy(shop)
      await makeDearer(shop, order)
      return order
    },
  },
  {
    kind: "C",
    what: "somebody has paid and got no order",
    laws: ["money_without_order"],
    arrange: (shop) => paidUnseen(shop, "sofort"),
  },
  {
    kind: "C",
    what: "somebody has paid a second time for an order that is paid",
    laws: ["money_without_order"],
    async arrange(shop) {
      const order = await paid(shop)
      const second = await paidUnseen(shop, "sofort")
      await giveTo(shop, order, second)
      return second
    },
  },
  {
    kind: "D",
    what: "an order waits for a transfer that was canceled",
    laws: ["promise_missing"],
    async arrange(shop) {
      const order = await buy(shop, { method: "prepaid" })
      await shop.sandbox.happen(order.stx, "expire")
      return order
    },
  },
  {
    kind: "D",
    what: "the authorization that an order counts on is void",
    laws: ["promise_missing"],
    async arrange(shop) {
      const order = await buy(shop)
      await shop.sandbox.happen(order.stx, "expire")
      return order
    },
  },
  {
    kind: "E",
    what: "an order is authorized twice",
    laws: ["promise_not_needed"],
    async arrange(shop) {
      const order = await buy(shop)
      await giveTo(shop, order, await paidUnseen(shop, "creditcard"))
      return order
    },
  },
  {
    kind: "E",
    what: "a paid order waits for a transfer as well",
    laws: ["promise_not_needed"],
    async arrange(shop) {
      const order = await paid(shop)
      await giveTo(shop, order, await paidUnseen(shop, "prepaid"))
      return order
    },
  },
  {
    kind: "F",
    what: "an authorization belongs to no order",
    laws: ["promise_without_order"],
    arrange: (shop) => paidUnseen(shop, "creditcard"),
  },
  {
    kind: "F",
    what: "a transfer is waited for, and there is no order",
    laws: ["promise_without_order"],
    arrange: (shop) => paidUnseen(shop, "prepaid"),
  },
  {
    kind: "G",
    what: "a refund was mended without its credit line",
    laws: ["credit_line_missing", "order_underpaid"],
    async arrange(shop) {
      const order = await refunded(shop, 10)
      await forgetCreditLine(shop, order)
      return order
    },
  },
  {
    kind: "H",
    what: "two refunds at once have left one transaction twice",
    laws: ["order_transactions", "order_balance"],
    async arrange(shop) {
      const order = await refunded(shop, 10)
      await repeatRow(shop, { table: "order_transaction", by: "order_id", id: order.orderId })
      return order
    },
  },
  {
    kind: "H",
    what: "two refunds at once have left a credit line too many",
    laws: ["credit_line_extra"],
    async arrange(shop) {
      const order = await refunded(shop, 10)
      await repeatRow(shop, { table: "order_credit_line", by: "order_id", id: order.orderId })
      const less = `UPDATE order_summary SET totals = totals
        || jsonb_build_object('current_order_total', 11.9, 'raw_current_order_total', ${numeric("11.9")})
        || jsonb_build_object('pending_difference', -10, 'raw_pending_difference', ${numeric("-10")})
        WHERE order_id = $1 AND version = 2`
      await change(shop, less, [order.orderId])
      return order
    },
  },
  ...(["on_hold", "unheard_of", "risk_check"] as const).map((payment_state) => ({
    kind: "I",
    what: `a payment is counted as paid that is "${payment_state}"`,
    laws: ["money_not_in"],
    async arrange(shop: Shop) {
      const order = await paid(shop)
      await shop.sandbox.tamper(order.stx, { payment_state })
      return order
    },
  })),
  {
    kind: "I",
    what: "two payments of one transaction are accepted",
    laws: ["money_not_booked"],
    async arrange(shop) {
      const order = await paid(shop)
      await shop.sandbox.tamper(order.stx, { paid_again: true })
      return order
    },
  },
  {
    kind: "I",
    what: "a payment was denied after it was captured",
    laws: ["money_missing"],
    async arrange(shop) {
      const order = await paid(shop)
      await shop.sandbox.tamper(order.stx, { payment_state: "denied" })
      return order
    },
  },
  {
    kind: "I",
    what: "a transfer is accepted while its transaction still waits",
    laws: ["money_not_booked"],
    async arrange(shop) {
      const order = await buy(shop, { method: "prepaid" })
      await shop.sandbox.tamper(order.stx, { payment_state: "accepted" })
      return order
    },
  },
  {
    kind: "J",
    what: "a mark says that the payment differs, and it does not",
    laws: ["mark_outdated"],
    async arrange(shop) {
      const order = await refunded(shop, 10)
      await setRow(shop, order, "mismatch = 'amount', attention = 'mismatch'")
      return order
    },
  },
  {
    kind: "K",
    what: "a server has written a time that is still to come",
    laws: ["time_in_future"],
    async arrange(shop) {
      const order = await paid(shop)
      await setRow(shop, order, "checked_at = now() + interval '1 hour'")
      return order
    },
  },
  {
    kind: "L",
    what: "a transfer is waited for that is more than the order costs now",
    laws: ["promise_not_needed"],
    async arrange(shop) {
      const order = await buy(shop, { method: "prepaid" })
      await reduceOrder(shop, order.orderId, 1)
      await until("the notice", async () => (await rowOf(shop, order)).attention ?? undefined)
      await setRow(shop, order, "attention = NULL")
      return order
    },
  },
  {
    kind: "M",
    what: "an amount was sent without its decimals",
    laws: ["currency_exponent"],
    async arrange(shop) {
      const order = await paid(shop)
      await setRow(shop, order, `amount = 32, raw_amount = ${numeric("32")}`)
      await shop.sandbox.tamper(order.stx, { sum: 32 })
      return order
    },
  },
  {
    kind: "N",
    what: "a delivery report was never sent",
    laws: ["report_open"],
    async arrange(shop) {
      const order = await paid(shop)
      const { id } = await rowOf(shop, order)
      const sql = `INSERT INTO secuconnect_delivery_report (id, checkout_id, fulfillment_id, kind, created_at, tried_at)
        VALUES ($1, $2, 'ful_1', 'shipping_information', now() - interval '2 days', now())`
      await change(shop, sql, [`scdel_${id}`, id])
      return order
    },
  },
  {
    kind: "N",
    what: "a canceled order keeps its money",
    laws: ["canceled_order_keeps_money"],
    async arrange(shop) {
      const order = await paid(shop)
      await change(shop, `UPDATE "order" SET status = 'canceled' WHERE id = $1`, [order.orderId])
      return order
    },
  },
  {
    kind: "O",
    what: "a cent is left at secuconnect that Medusa has given back",
    laws: ["money_not_booked"],
    async arrange(shop) {
      const order = await refunded(shop, 10)
      const sql = `UPDATE refund SET amount = 10.01, raw_amount = ${numeric("10.01")} WHERE payment_id = $1`
      await change(shop, sql, [order.paymentId])
      return order
    },
  },
  {
    kind: "P",
    what: "a payment is told to be without order, and has one",
    laws: ["attention_outdated"],
    async arrange(shop) {
      const order = await paid(shop)
      await setRow(shop, order, "attention = 'orphaned'")
      return order
    },
  },
]
