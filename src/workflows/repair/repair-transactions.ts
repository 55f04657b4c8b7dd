import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { danglingBefore, nextDanglingCheck } from "../../mapping/books/dangling-entries"
import {
  compareTransactions,
  type OddTransactions,
  type PaymentBooking,
} from "../../mapping/books/order-transactions"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { amount, date } from "../../medusa/values"

const booking = z.object({
  id: z.string(),
  amount,
  created_at: date.transform((value) => new Date(value)),
})
const bookings = z
  .array(booking)
  .nullish()
  .transform((rows) => rows ?? [])

const transaction = booking.extend({
  version: z.number(),
  reference_id: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
})

const paymentRow = z.object({
  id: z.string(),
  currency_code: z.string(),
  /** Not set while a capture is only begun: its row is written before secuconnect is asked. */
  captured_at: date.nullish(),
  captures: bookings,
  refunds: bookings,
  payment_collection: z.object({
    order: z.object({
      id: z.string(),
      version: z.number(),
      transactions: z.array(transaction).nullish(),
    }),
  }),
})
type Payment = z.output<typeof paymentRow>

const FIELDS = [
  ...["id", "currency_code", "captured_at"],
  ...["captures.id", "captures.amount", "captures.created_at"],
  ...["refunds.id", "refunds.amount", "refunds.created_at"],
  ...["payment_collection.order.id", "payment_collection.order.version"],
  "payment_collection.order.transactions.id",
  "payment_collection.order.transactions.reference_id",
  "payment_collection.order.transactions.amount",
  "payment_collection.order.transactions.created_at",
  "payment_collection.order.transactions.version",
]

/**
 * Makes an order's transactions those of its payment: adds what a server that died between the two has
 * left out, and takes away what the core has booked twice, or for a refund that failed while the
 * order was cancelled. What is young may still be on its way: that is looked at again when it no
 * longer can be.
 *
 * @param before what was begun since then is left alone; by default what may still be on its way
 */
export async function repairTransactions(
  container: MedusaContainer,
  checkout: CheckoutRow,
  before?: Date,
): Promise<void> {
  const payment = await readPayment(container, checkout)
  if (!payment) return
  const odd = findOdd(payment)
  if (countOf(odd) === 0) return
  const now = new Date()
  const { timeoutMs } = await container.resolve(SECUCONNECT_MODULE).getSettings()
  const old = begunBefore(odd, before ?? danglingBefore(now, timeoutMs))
  await mend(container, { reference: checkout.reference, payment, odd: old })
  if (countOf(old) < countOf(odd)) {
    await checkAgainLater(container, checkout, nextDanglingCheck(now, timeoutMs))
  }
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

function findOdd({ captured_at, captures, refunds, payment_collection, ...payment }: Payment) {
  return compareTransactions({
    ...payment,
    captures: captured_at ? captures : [],
    refunds,
    transactions: payment_collection.order.transactions ?? [],
  })
}

function begunBefore({ captures, refunds, untrue }: OddTransactions, before: Date) {
  const isOld = ({ created_at }: { created_at: Date }) => created_at < before
  return {
    captures: captures.filter(isOld),
    refunds: refunds.filter(isOld),
    untrue: untrue.filter(isOld),
  }
}

function countOf({ captures, refunds, untrue }: OddTransactions): number {
  return captures.length + refunds.length + untrue.length
}

async function mend(
  container: MedusaContainer,
  { reference, payment, odd }: { reference: string; payment: Payment; odd: OddTransactions },
): Promise<void> {
  if (countOf(odd) === 0) return
  const { currency_code } = payment
  const order_id = payment.payment_collection.order.id
  const toRow = (reference: string, sign: number) => (booked: PaymentBooking) => {
    const row = { order_id, currency_code, amount: MathBN.mult(booked.amount, sign) }
    return { ...row, reference, reference_id: booked.id }
  }
  const rows = [...odd.captures.map(toRow("capture", 1)), ...odd.refunds.map(toRow("refund", -1))]
  await takeAway(container, payment, odd.untrue)
  if (rows.length > 0) await container.resolve(Modules.ORDER).addOrderTransactions(rows)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const what = `${rows.length} transactions of its order were added, ${odd.untrue.length} taken away`
  logger.warn(`secuconnect: ${reference}: ${what}.`)
}

/** The core has it for every model; its type does not say so. */
interface OrderModule extends IOrderModuleService {
  updateOrderTransactions(rows: { id: string; version: number }[]): Promise<unknown>
}

/**
 * The core corrects the order's sums of the version that a transaction was written in, and cancelling
 * or editing an order begins a new one: so it is moved there first.
 */
async function takeAway(
  container: MedusaContainer,
  { payment_collection }: Payment,
  untrue: OddTransactions["untrue"],
): Promise<void> {
  if (untrue.length === 0) return
  const { version } = payment_collection.order
  const orders = container.resolve<OrderModule>(Modules.ORDER)
  await orders.updateOrderTransactions(untrue.map(({ id }) => ({ id, version })))
  await orders.deleteOrderTransactions(untrue.map(({ id }) => id))
}

async function checkAgainLater(
  container: MedusaContainer,
  { id, due_at }: CheckoutRow,
  then: Date,
): Promise<void> {
  if (due_at !== null && due_at <= then) return
  await container.resolve(SECUCONNECT_MODULE).updateCheckouts({ id, due_at: then })
}
