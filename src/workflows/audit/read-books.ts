import type {
  BigNumberInput,
  MedusaContainer,
  RemoteQueryFunction,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import type { AuditedCheckout } from "../../mapping/books/audit"
import { toMinorUnits } from "../../mapping/words/currency"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"

/** What ledger and Medusa say of a checkout; minor units. */
export type Books = Pick<AuditedCheckout, "ledger" | "medusa">

const OLD_MS = 60 * 60_000

const amount = z.custom<BigNumberInput>((value) => value !== null && value !== undefined)
const booking = z.object({ id: z.string(), amount })

const paymentRow = z.object({
  id: z.string(),
  data: z.object({ checkout_id: z.string().optional() }).nullish(),
  captures: z.array(booking).nullish(),
  refunds: z.array(booking).nullish(),
  payment_collection: z
    .object({ order: z.object({ id: z.string(), status: z.string() }).nullish() })
    .nullish(),
})
const orderOfCartRow = z.object({ cart_id: z.string(), order_id: z.string() })
const orderRow = z.object({
  transactions: z.array(z.object({ reference_id: z.string().nullish(), amount })).nullish(),
})

type Payment = z.output<typeof paymentRow>
type Transaction = NonNullable<z.output<typeof orderRow>["transactions"]>[number]

/** Reads a batch with four queries. Gives an entry for every row, by its id. */
export async function readBooks(
  container: MedusaContainer,
  batch: CheckoutRow[],
): Promise<Map<string, Books>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [payments, ordersOfCarts, requests] = await Promise.all([
    readPayments(query, batch),
    readOrdersOfCarts(query, batch),
    readOldRequests(container, batch),
  ])
  const transactions = await readTransactions(query, payments)
  return new Map(
    batch.map((row) => {
      const own = payments.filter(({ data }) => data?.checkout_id === row.id)
      const minor = (major: BigNumberInput) => toMinorUnits(major, row.currency_code)
      const orders = ordersOfCarts.filter(({ cart_id }) => cart_id === row.cart_id)
      const old_requests = requests.filter(({ checkout_id }) => checkout_id === row.id)
      const medusa = {
        orders: orders.map(({ order_id }) => order_id),
        payments: own.map((payment) => toAudited(payment, minor)),
        transactions: transactions.map(({ reference_id, amount }) => {
          return { reference_id: reference_id ?? "", amount: minor(amount) }
        }),
      }
      return [row.id, { ledger: { ...row, old_requests }, medusa }]
    }),
  )
}

function toAudited(
  { id, captures, refunds, payment_collection }: Payment,
  minor: (major: BigNumberInput) => number,
): AuditedCheckout["medusa"]["payments"][number] {
  const inMinor = (booked: z.output<typeof booking>[] | null | undefined) =>
    (booked ?? []).map(({ id, amount }) => ({ id, amount: minor(amount) }))
  const order = payment_collection?.order
  const is_canceled = order?.status === "canceled"
  const booked = { captures: inMinor(captures), refunds: inMinor(refunds) }
  return { id, order_id: order?.id ?? null, is_canceled, ...booked }
}

type Query = Omit<RemoteQueryFunction, symbol>

/** Never with an empty list of ids: what Query does with a missing filter is to return everything. */
async function readPayments(query: Query, batch: CheckoutRow[]): Promise<Payment[]> {
  const payment_session_id = batch.map((row) => row.payment_session_id).filter(Boolean)
  if (payment_session_id.length === 0) return []
  const { data } = await query.graph({
    entity: "payment",
    fields: [
      ...["id", "data", "captures.id", "captures.amount", "refunds.id", "refunds.amount"],
      ...["payment_collection.order.id", "payment_collection.order.status"],
    ],
    filters: { payment_session_id },
  })
  return z.array(paymentRow).parse(data)
}

async function readOrdersOfCarts(query: Query, batch: CheckoutRow[]) {
  const cart_id = batch.flatMap((row) => row.cart_id ?? [])
  if (cart_id.length === 0) return []
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["cart_id", "order_id"],
    filters: { cart_id },
  })
  return z.array(orderOfCartRow).parse(data)
}

async function readTransactions(query: Query, payments: Payment[]): Promise<Transaction[]> {
  const id = payments.flatMap(({ payment_collection }) => payment_collection?.order?.id ?? [])
  if (id.length === 0) return []
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "transactions.reference_id", "transactions.amount"],
    filters: { id: [...new Set(id)] },
  })
  return z
    .array(orderRow)
    .parse(data)
    .flatMap(({ transactions }) => transactions ?? [])
}

async function readOldRequests(container: MedusaContainer, batch: CheckoutRow[]) {
  return await container.resolve(SECUCONNECT_MODULE).listMoneyRequests({
    checkout_id: batch.map(({ id }) => id),
    state: "open",
    created_at: { $lt: new Date(Date.now() - OLD_MS) },
  })
}
