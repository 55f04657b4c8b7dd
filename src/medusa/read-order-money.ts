import { OrderStatus, PaymentCollectionStatus } from "@medusajs/framework/utils"
import { z } from "zod"
import { withoutLost, type OrderMoney } from "../mapping/decide/order-needs"
import { totalInMinorUnits } from "../mapping/money/totals"
import { toMinorUnits } from "../mapping/words/currency"
import { amount, date, list, text, whole } from "../mapping/words/rows"
import { findOne, type Query } from "./query"
import { paymentSchema } from "./schemas"

const transaction = z.object({ reference_id: text })

const orderWithMoney = z.object({
  id: z.string(),
  display_id: z.number().nullish(),
  currency_code: z.string(),
  status: z.string(),
  /** Major units that the order still wants. */
  summary: whole(z.object({ pending_difference: amount.nullish() }).nullish()),
  transactions: list(transaction),
  payment_collections: list(
    z.object({
      status: z.string(),
      payments: list(paymentSchema.extend({ created_at: date })),
    }),
  ),
})

const orderWithReturns = z.object({
  currency_code: z.string(),
  total: amount,
  items: list(z.object({ return_requested_total: amount.nullish() })),
})

type Order = z.output<typeof orderWithMoney>

interface Reading {
  query: Query
  ledger: {
    /** Ids of those among these checkouts whose captured money is lost. */
    listLost(ids: string[]): Promise<string[]>
  }
}

/**
 * What an order costs and has, see `OrderMoney`; null when there is no such order. Money that is
 * lost counts as none, as far as the ledger's last reading knows.
 *
 * @param asking the payment that it is read for: returns count only for one that was started for an
 *   order, which then asked for less
 */
export async function readOrderMoney(
  { query, ledger }: Reading,
  id: string,
  asking?: { cart_id: string | null },
): Promise<OrderMoney | null> {
  const found = await findOne(query, { entity: "order", schema: orderWithMoney, by: { id } })
  if (!found) return null
  const coming_back = asking?.cart_id === null ? await readComingBack(query, id) : 0
  const money = { ...toOrderMoney(found), coming_back }
  const captured = money.payments.filter((payment) => payment.captured)
  const ids = captured.flatMap(({ checkout_id }) => checkout_id ?? [])
  return withoutLost(money, await ledger.listLost(ids))
}

/** With the total Medusa reckons what it expects back, minor units. */
export async function readComingBack(query: Query, id: string): Promise<number> {
  const order = await findOne(query, { entity: "order", schema: orderWithReturns, by: { id } })
  if (!order) return 0
  const returns = order.items.map(({ return_requested_total }) => ({
    amount: return_requested_total ?? 0,
  }))
  return totalInMinorUnits(returns, order.currency_code)
}

function toOrderMoney({
  currency_code,
  summary,
  transactions,
  ...order
}: Order): Omit<OrderMoney, "coming_back"> {
  const number = order.display_id == null ? order.id : `#${String(order.display_id)}`
  const pending = summary?.pending_difference
  const booked = new Set(transactions.map(({ reference_id }) => reference_id))
  const payments = order.payment_collections.flatMap(({ status, payments }) =>
    payments.map((payment) => {
      const { id, payment_session_id, captures, refunds, created_at } = payment
      const unbooked = captures.filter((capture) => !booked.has(capture.id))
      const minor = (rows: Pick<typeof payment, "amount">[]) =>
        totalInMinorUnits(rows, currency_code)
      return {
        ...{ id, created_at, session_id: payment_session_id ?? null },
        checkout_id: payment.data?.checkout_id ?? null,
        amount: minor([payment]),
        captured: Boolean(payment.captured_at),
        canceled: Boolean(payment.canceled_at),
        unbooked: payment.captured_at ? minor(unbooked) : 0,
        refunded: minor(refunds),
        is_withdrawn: status === PaymentCollectionStatus.CANCELED.valueOf(),
      }
    }),
  )
  const outstanding = pending == null ? null : toMinorUnits(pending, currency_code)
  const canceled = order.status === OrderStatus.CANCELED.valueOf()
  return { number, currency_code, canceled, outstanding, payments }
}
