import type {
  BigNumberInput,
  CreateOrderTransactionDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { halfBookedBefore, lookAfterMoving } from "../../mapping/half-bookings"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"

const amount = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)

const booking = z.object({
  id: z.string(),
  amount,
  created_at: z.union([z.date(), z.string()]),
})
type Booking = z.output<typeof booking>

const paymentRow = z.object({
  id: z.string(),
  currency_code: z.string(),
  /** Not set while a capture is only begun: its row is written before secuconnect is asked. */
  captured_at: z.union([z.date(), z.string()]).nullish(),
  captures: z.array(booking).nullish(),
  refunds: z.array(booking).nullish(),
  payment_collection: z.object({
    order: z.object({
      id: z.string(),
      transactions: z.array(z.object({ reference_id: z.string().nullish(), amount })).nullish(),
    }),
  }),
})
type Payment = z.output<typeof paymentRow>

const FIELDS = [
  ...["id", "currency_code", "captured_at"],
  ...["captures.id", "captures.amount", "captures.created_at"],
  ...["refunds.id", "refunds.amount", "refunds.created_at"],
  "payment_collection.order.id",
  "payment_collection.order.transactions.reference_id",
  "payment_collection.order.transactions.amount",
]

/**
 * Adds what an order lacks to its captures and refunds: a server that dies between the two leaves
 * an order that looks unpaid although its payment is captured. What is young may still be on its
 * way: that is looked at again when it no longer can be.
 */
export async function mendTransactions(
  container: MedusaContainer,
  checkout: CheckoutRow,
): Promise<void> {
  const { id, reference, due_at } = checkout
  const payment = await readPayment(container, checkout)
  const lacking = payment ? lackingTransactions(payment) : []
  if (lacking.length === 0) return
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const { timeoutMs } = await ledger.getSettings()
  const now = new Date()
  const before = halfBookedBefore(now, timeoutMs)
  const lost = lacking.filter(({ booked_at }) => booked_at < before)
  if (lost.length > 0) {
    await container.resolve(Modules.ORDER).addOrderTransactions(lost.map(({ row }) => row))
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`secuconnect: ${reference}: ${lost.length} transactions of its order were mended.`)
  }
  const then = lookAfterMoving(now, timeoutMs)
  const isSeenLater = due_at === null || due_at > then
  if (lost.length < lacking.length && isSeenLater)
    await ledger.updateCheckouts({ id, due_at: then })
}

async function readPayment(
  container: MedusaContainer,
  { order_id, payment_session_id }: CheckoutRow,
): Promise<Payment | undefined> {
  if (!order_id || !payment_session_id) return undefined
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_session_id }
  const { data } = await query.graph({ entity: "payment", fields: FIELDS, filters })
  return paymentRow.safeParse(data[0]).data
}

interface Lacking {
  booked_at: Date
  row: CreateOrderTransactionDTO
}

function lackingTransactions(payment: Payment): Lacking[] {
  const { currency_code, payment_collection } = payment
  const captures = payment.captured_at ? (payment.captures ?? []) : []
  const { id: order_id, transactions } = payment_collection.order
  const known = new Set((transactions ?? []).map(({ reference_id }) => reference_id))
  const lacks = ({ id }: Booking) => !known.has(id)
  const toTransaction = (reference: string, sign: number) => (booked: Booking) => {
    const row = { order_id, currency_code, amount: MathBN.mult(booked.amount, sign) }
    const booked_at = new Date(booked.created_at)
    return { booked_at, row: { ...row, reference, reference_id: booked.id } }
  }
  const refunds = withoutCancelled(payment, (payment.refunds ?? []).filter(lacks))
  return [
    ...captures.filter(lacks).map(toTransaction("capture", 1)),
    ...refunds.map(toTransaction("refund", -1)),
  ]
}

/** Where an order is cancelled, the core books the refund under the payment's id. */
function withoutCancelled({ id, payment_collection }: Payment, refunds: Booking[]): Booking[] {
  const booked = (payment_collection.order.transactions ?? []).filter(
    ({ reference_id }) => reference_id === id,
  )
  return refunds.filter((refund) => {
    const sum = MathBN.mult(refund.amount, -1)
    const nth = booked.findIndex((transaction) => MathBN.eq(transaction.amount, sum))
    if (nth < 0) return true
    booked.splice(nth, 1)
    return false
  })
}
