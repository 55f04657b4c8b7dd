import type { IOrderModuleService } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import {
  danglingBefore,
  EVERYTHING_SO_FAR,
  nextDanglingCheck,
} from "../../mapping/books/dangling-entries"
import {
  compareTransactions,
  type OddTransactions,
  type PaymentBooking,
} from "../../mapping/books/order-transactions"
import {
  readOwnPaymentOfOrder,
  type MedusaOrderBooks,
  type MedusaPayment,
} from "../../medusa/read-payments"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { checkCollection, repairCollection } from "./repair-collection"
import { findMissingCreditLine, repairCreditLine } from "./repair-credit-line"

/** Whether an order's transactions, credit lines or collection are not those of its payment, or not yet. */
export async function hasOddTransactions(deps: Deps, checkout: CheckoutRow): Promise<boolean> {
  const books = await readBooks(deps, checkout)
  if (!books) return false
  if (countOf(findOdd(books)) > 0) return true
  const before = EVERYTHING_SO_FAR
  if ((await checkCollection(deps, books.payment, before)) !== "right") return true
  return (await findMissingCreditLine(deps, { ...books, before })) !== null
}

interface Books {
  checkout: CheckoutRow
  payment: MedusaPayment
  order: MedusaOrderBooks
}

/**
 * Makes an order's transactions those of its payment: adds what a server that died between the two has
 * left out, and takes away what the core has booked twice, or for a refund that failed while the
 * order was cancelled, gives a refund the credit line that the core would have written, and lets Medusa
 * count the payment collection again. What is young may still be on its way: that is checked again when it no
 * longer can be.
 *
 * @param before what was begun since then is left alone; by default what may still be on its way
 */
export async function repairTransactions(
  deps: Deps,
  checkout: CheckoutRow,
  before?: Date,
): Promise<void> {
  const books = await readBooks(deps, checkout)
  if (!books) return
  const now = await deps.ledger.now()
  const { timeoutMs } = await deps.ledger.getSettings()
  const limit = before ?? danglingBefore(now, timeoutMs)
  const odd = findOdd(books)
  const old = begunBefore(odd, limit)
  await repair(deps, { ...books, odd: old })
  const isCounting = await repairCollection(deps, books, limit)
  const waits = await repairCreditLineOf(deps, checkout, limit)
  if (isCounting || waits || countOf(old) < countOf(odd)) {
    await checkAgainLater(deps, checkout, nextDanglingCheck(now, timeoutMs))
  }
}

/** Read anew: a refund may just have got its transaction. */
async function repairCreditLineOf(
  deps: Deps,
  checkout: CheckoutRow,
  before: Date,
): Promise<boolean> {
  const books = await readBooks(deps, checkout)
  if (!books) return false
  if (await repairCreditLine(deps, { ...books, before })) return true
  const isYoung = ({ created_at }: { created_at: Date }) => created_at >= before
  return books.payment.refunds.some(isYoung)
}

async function readBooks(deps: Deps, checkout: CheckoutRow): Promise<Books | null> {
  if (!checkout.order_id) return null
  const payment = await readOwnPaymentOfOrder(deps.query, checkout)
  const order = payment?.payment_collection.order
  return payment && order ? { checkout, payment, order } : null
}

function findOdd({ checkout, payment, order: { transactions } }: Books): OddTransactions {
  const captures = payment.captured_at ? payment.captures : []
  return compareTransactions({ ...payment, currency: checkout, captures, transactions })
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

async function repair(
  deps: Deps,
  { checkout, payment, order, odd }: Books & { odd: OddTransactions },
): Promise<void> {
  if (countOf(odd) === 0) return
  const { currency_code } = payment
  const toRow = (reference: string, sign: number) => (booked: PaymentBooking) => {
    const row = { order_id: order.id, currency_code, amount: MathBN.mult(booked.amount, sign) }
    return { ...row, reference, reference_id: booked.id }
  }
  const rows = [...odd.captures.map(toRow("capture", 1)), ...odd.refunds.map(toRow("refund", -1))]
  await takeAway(deps, order, odd.untrue)
  if (rows.length > 0) await deps.container.resolve(Modules.ORDER).addOrderTransactions(rows)
  const { logger } = deps
  const what = `${rows.length} transactions of its order were added, ${odd.untrue.length} taken away`
  logger.warn(`secuconnect: ${checkout.reference}: ${what}.`)
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
  deps: Deps,
  { version }: MedusaOrderBooks,
  untrue: OddTransactions["untrue"],
): Promise<void> {
  if (untrue.length === 0) return
  const orders = deps.container.resolve<OrderModule>(Modules.ORDER)
  await orders.updateOrderTransactions(untrue.map(({ id }) => ({ id, version })))
  await orders.deleteOrderTransactions(untrue.map(({ id }) => id))
}

async function checkAgainLater(deps: Deps, { id, due_at }: CheckoutRow, then: Date): Promise<void> {
  if (due_at !== null && due_at <= then) return
  await deps.ledger.writeCheckout({ id, due_at: then })
}
