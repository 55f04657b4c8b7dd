import type { PaymentTransaction, SecuconnectClient, SmartTransaction } from "../../secuconnect"
import { paidPayment, surplusPayments, wasReduced } from "../../mapping/status/effective-amount"
import {
  assess,
  sortPayments,
  type ExpectedPayment,
  type Assessment,
} from "../../mapping/status/status"

/** What was read at secuconnect. */
export interface FetchedFinding extends Assessment {
  transaction: SmartTransaction
  /** Every payment of the Smart Transaction, failed tries and refunds included. */
  payments: PaymentTransaction[]
  /** What is left of the money after all refunds, minor units; null while no money is in. */
  effective_amount: number | null
  /** What is left of further payments whose money is in as well, minor units; 0 as a rule. */
  surplus_amount: number
}

/** The Smart Transaction to read, and what we expect of it. */
export interface FindingTarget extends ExpectedPayment {
  stx_id: string
}

/**
 * Reads what is there: the Smart Transaction once, and each of its payments once.
 *
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function fetchFinding(
  client: SecuconnectClient,
  target: FindingTarget,
  signal?: AbortSignal,
): Promise<FetchedFinding> {
  const call = signal ? { signal } : {}
  const transaction = await client.smartTransactions.read(target.stx_id, call)
  const payments = await Promise.all(
    transaction.transactions.map(({ id }) => client.payments.read(id, call)),
  )
  const confirmed = await confirmAmounts(client, payments, call)
  const amounts = { ...call, expected: target.amount }
  return {
    transaction,
    payments: confirmed,
    effective_amount: await effectiveAmount(client, confirmed, amounts),
    surplus_amount: await surplusAmount(client, confirmed, amounts),
    ...assess(transaction, confirmed, target),
  }
}

interface Call {
  /** Minor units that each payment was made for. */
  expected: number
  signal?: AbortSignal
}

async function effectiveAmount(
  client: SecuconnectClient,
  payments: PaymentTransaction[],
  call: Call,
): Promise<number | null> {
  const payment = paidPayment(payments)
  return payment ? await amountLeft(client, payment, call) : null
}

async function surplusAmount(
  client: SecuconnectClient,
  payments: PaymentTransaction[],
  call: Call,
): Promise<number> {
  const surplus = surplusPayments(payments)
  const left = await Promise.all(surplus.map((payment) => amountLeft(client, payment, call)))
  return left.reduce((total, amount) => total + amount, 0)
}

/** Asked only where something may have been taken back: a check must stay cheap. */
async function amountLeft(
  client: SecuconnectClient,
  payment: PaymentTransaction,
  { expected, ...call }: Call,
): Promise<number> {
  if (!wasReduced(payment, expected)) return expected
  return (await client.payments.checkStatus(payment.id, call)).amount
}

/** Documented reads carry amount and currency; where one does not, `checkStatus` has them. */
async function confirmAmounts(
  client: SecuconnectClient,
  payments: PaymentTransaction[],
  call: { signal?: AbortSignal },
): Promise<PaymentTransaction[]> {
  const { live } = sortPayments(payments)
  const silent = live.filter(({ amount, currency }) => amount === undefined || !currency)
  if (silent.length === 0) return payments
  const statuses = await Promise.all(
    silent.map(async ({ id }) => ({ id, ...(await client.payments.checkStatus(id, call)) })),
  )
  return payments.map((payment) => {
    const status = statuses.find(({ id }) => id === payment.id)
    return status ? { ...payment, amount: status.amount, currency: status.currency } : payment
  })
}
