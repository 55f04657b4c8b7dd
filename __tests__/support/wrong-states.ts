import { repeatRow, numeric } from "./wrong-rows"
import { reduceOrder } from "./carts/after-the-order"
import { rowOf } from "./ledger"
import { buy, type Paid } from "./money"
import type { Shop } from "./shop"
import type { StartedPayment } from "./shopper"
import { until } from "./until"
import {
  change,
  forgetVersionsAfter,
  makeDue,
  paid,
  paidUnseen,
  refunded,
  setRow,
  type WrongState,
} from "./wrong-state-steps"

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
      await forgetVersionsAfter(shop, order, 1)
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
    kind: "D",
    what: "an order is authorized at secuconnect, and Medusa has no payment",
    laws: ["promise_not_booked"],
    async arrange(shop) {
      const order = await buy(shop)
      await change(shop, "UPDATE payment SET deleted_at = now() WHERE id = $1", [order.paymentId])
      return order
    },
  },
  {
    kind: "C",
    what: "Medusa has a payment of which the plugin knows nothing",
    laws: ["payment_unknown"],
    async arrange(shop) {
      const order = await paid(shop)
      const sql = `UPDATE payment SET data = data || '{"checkout_id": "scchk_lost"}' WHERE id = $1`
      await change(shop, sql, [order.paymentId])
      return { ...order, unknownPayment: order.paymentId }
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
      await forgetVersionsAfter(shop, order, 1)
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
    kind: "K",
    what: "a server's clock has put off the check of a transfer for ever",
    laws: ["check_overdue"],
    async arrange(shop) {
      const order = await buy(shop, { method: "prepaid" })
      await setRow(shop, order, "due_at = NULL")
      return order
    },
  },
  {
    kind: "L",
    what: "an order waits for a transfer, and the customer was never told where to",
    laws: ["transfer_not_told"],
    async arrange(shop) {
      const order = await buy(shop, { method: "prepaid" })
      const { id } = await rowOf(shop, order)
      const sql = "DELETE FROM secuconnect_checkout_event WHERE checkout_id = $1"
      await change(shop, sql, [id])
      await setRow(shop, order, "waiting_since = now() - interval '2 hours'")
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
    arrange: paid,
    // A store that runs sends it.
    async arrangeStopped(shop, order) {
      const { id } = await rowOf(shop, order)
      const sql = `INSERT INTO secuconnect_delivery_report (id, checkout_id, fulfillment_id, kind, created_at, tried_at)
        VALUES ($1, $2, 'ful_1', 'shipping_information', now() - interval '2 days', now())`
      await change(shop, sql, [`scdel_${id}`, id])
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
  {
    kind: "P",
    what: "an event of a payment that was paid in the rush was never published",
    laws: ["event_not_sent"],
    arrange: paid,
    async arrangeStopped(shop, order) {
      const { id } = await rowOf(shop, order)
      const sql = `INSERT INTO secuconnect_checkout_event
        (id, checkout_id, source, finding, event_name, created_at)
        VALUES ($2, $1, 'push', 'payment_accepted', 'secuconnect.payment_accepted', now() - interval '2 hours')`
      await change(shop, sql, [id, `scevt_unsent_${id}`])
    },
  },
  {
    kind: "P",
    what: "a lock of the core was told as a payment without order",
    laws: ["told_too_soon"],
    async arrange(shop) {
      const order = await paid(shop)
      const { id } = await rowOf(shop, order)
      const sql = `INSERT INTO secuconnect_checkout_event (id, checkout_id, source, finding, detail)
        VALUES ($2, $1, 'push', 'orphaned', '{"problem": "a lock", "reason": "busy"}')`
      await change(shop, sql, [id, `scevt_${id}`])
      return order
    },
  },
  {
    kind: "P",
    what: "a check that was put off in the rush was never made up for",
    laws: ["check_overdue"],
    arrange: (shop) => paidUnseen(shop, "sofort"),
    arrangeStopped: (shop, payment) => makeDue(shop, payment, "now() - interval '2 days'"),
  },
]
