import type {
  BigNumberInput,
  CreateOrderTransactionDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"

/**
 * What is younger may still be on its way: the core writes the booking first, then asks us, which
 * takes a few calls with their time limit, then writes this.
 */
const CALLS = 6

const booking = z.object({
  id: z.string(),
  amount: z.custom<BigNumberInput>((value) => value !== null && value !== undefined),
  created_at: z.union([z.date(), z.string()]),
})
const paymentRow = z.object({
  currency_code: z.string(),
  /** Not set while a capture is only begun: its row is written before secuconnect is asked. */
  captured_at: z.union([z.date(), z.string()]).nullish(),
  captures: z.array(booking).nullish(),
  refunds: z.array(booking).nullish(),
  payment_collection: z.object({
    order: z.object({
      id: z.string(),
      transactions: z.array(z.object({ reference_id: z.string().nullish() })).nullish(),
    }),
  }),
})
type Payment = z.output<typeof paymentRow>

const FIELDS = [
  ...["currency_code", "captured_at"],
  ...["captures.id", "captures.amount", "captures.created_at"],
  ...["refunds.id", "refunds.amount", "refunds.created_at"],
  "payment_collection.order.id",
  "payment_collection.order.transactions.reference_id",
]

/**
 * Adds what an order lacks to its captures and refunds: a server that dies between the two leaves
 * an order that looks unpaid although its payment is captured.
 */
export async function mendTransactions(
  container: MedusaContainer,
  { reference, order_id, payment_session_id }: CheckoutRow,
): Promise<void> {
  if (!order_id || !payment_session_id) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_session_id }
  const { data } = await query.graph({ entity: "payment", fields: FIELDS, filters })
  const payment = paymentRow.safeParse(data[0])
  if (!payment.success) return
  const { timeoutMs } = await container.resolve(SECUCONNECT_MODULE).getSettings()
  const before = Date.now() - CALLS * timeoutMs
  const missing = missingTransactions(payment.data, before)
  if (missing.length === 0) return
  await container.resolve(Modules.ORDER).addOrderTransactions(missing)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`secuconnect: ${reference}: ${missing.length} transactions of its order were mended.`)
}

function missingTransactions(payment: Payment, before: number): CreateOrderTransactionDTO[] {
  const { currency_code, refunds, payment_collection } = payment
  const captures = payment.captured_at ? payment.captures : []
  const { id: order_id, transactions } = payment_collection.order
  const known = new Set((transactions ?? []).map(({ reference_id }) => reference_id))
  const lacks = ({ id, created_at }: z.output<typeof booking>) =>
    !known.has(id) && new Date(created_at).getTime() < before
  const toTransaction = (reference: string, sign: number) => (booked: z.output<typeof booking>) => {
    const amount = MathBN.mult(booked.amount, sign)
    return { order_id, currency_code, amount, reference, reference_id: booked.id }
  }
  return [
    ...(captures ?? []).filter(lacks).map(toTransaction("capture", 1)),
    ...(refunds ?? []).filter(lacks).map(toTransaction("refund", -1)),
  ]
}
