import type { IOrderModuleService } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { z } from "zod"
import type { OrderHistory } from "../mapping/books/missing-credit-line"
import { amount, list } from "../mapping/words/rows"

/** The core has both for every model; its type does not say so. */
export interface OrderRows {
  listOrderSummaries(filter: { order_id: string }): Promise<unknown[]>
  listOrderCreditLines(filter: { order_id: string }): Promise<unknown[]>
}

export interface OrderModule extends IOrderModuleService, OrderRows {}

type Amount = ReturnType<typeof MathBN.convert>

const summariesSchema = list(
  z.object({
    version: z.number(),
    totals: z.object({
      pending_difference: amount,
      raw_pending_difference: amount.nullish(),
      transaction_total: amount,
      raw_transaction_total: amount.nullish(),
      credit_line_total: amount.nullish(),
      raw_credit_line_total: amount.nullish(),
    }),
  }),
)

type Summary = z.output<typeof summariesSchema>[number]

const creditLinesSchema = list(
  z.object({ version: z.number(), amount, raw_amount: amount.nullish() }),
)

/**
 * What an order was worth in each version. Query gives the newest summary only, and the credit lines of
 * the newest version. A credit line below zero is no refund's: with it a merchant gives store credit for what the
 * shop owes, or keeps a fee of it, so the order is worth that much more.
 */
export async function readOrderHistory(
  orders: OrderRows,
  order_id: string,
): Promise<Omit<OrderHistory, "transactions">> {
  const [found, lines] = await Promise.all([
    orders.listOrderSummaries({ order_id }),
    orders.listOrderCreditLines({ order_id }),
  ])
  const summaries = summariesSchema.parse(found).sort((one, other) => one.version - other.version)
  const credits = new Map<number, Amount>()
  for (const { version, raw_amount, amount } of creditLinesSchema.parse(lines)) {
    const credit = MathBN.max(0, raw_amount ?? amount)
    credits.set(version, MathBN.add(credits.get(version) ?? 0, credit))
  }
  const placedWith = credits.get(summaries[0]?.version ?? 1) ?? 0
  let before: Amount | 0 = 0
  const versions = summaries.map((summary) => {
    const credit: Amount | 0 = credits.get(summary.version) ?? 0
    const worth = MathBN.sub(worthOf(summary, { credit, before }), placedWith)
    before = credit
    return { version: summary.version, worth }
  })
  return { versions, credit: MathBN.sub(before, placedWith) }
}

/** A summary names the credit lines that came with it, also one that was never written. */
function worthOf(
  { totals }: Summary,
  { credit, before }: { credit: Amount | 0; before: Amount | 0 },
): Amount {
  const pending = totals.raw_pending_difference ?? totals.pending_difference
  const paid = totals.raw_transaction_total ?? totals.transaction_total
  const named = totals.raw_credit_line_total ?? totals.credit_line_total ?? 0
  const lost = MathBN.max(0, MathBN.sub(named, MathBN.sub(credit, before)))
  return MathBN.sum(pending, paid, credit, lost)
}
