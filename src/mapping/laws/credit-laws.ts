import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { AuditedOrder, AuditedTransaction, OrderVersion } from "./facts"
import { toMinor } from "./iso-currency"
import { unless0, type Breach } from "./breach"

type Amount = ReturnType<typeof MathBN.convert>

/** An order's money after one transaction more. */
interface Account {
  /** What the customer still owes; negative: what the shop owes. */
  owed: Amount
  /** Credit lines that the refunds so far should have. */
  needed: Amount
  /** Credit lines since it was placed, without those that let the customer off what was owed. */
  given: Amount
  /** Captured on top of what was owed. */
  excess: Amount
}

/**
 * Goes through an order's versions and transactions as Medusa's core does: a refund first takes what
 * the shop owes anyway (an article was taken off, or came back), and gets a credit line for the rest.
 *
 * @see node_modules/@medusajs/core-flows/dist/payment/workflows/refund-payment.js
 */
export function creditLaws(order: AuditedOrder): Breach[] {
  const { needed, given, excess } = reckon(order)
  const { currency_code, pending_difference } = order
  const minor = (amount: BigNumberInput) => Math.max(0, toMinor(amount, currency_code))
  const due = minor(MathBN.mult(pending_difference, -1))
  return [
    ...unless0("credit_line_missing", minor(MathBN.sub(needed, given))),
    ...unless0("credit_line_extra", Math.min(due, minor(MathBN.sub(given, needed)))),
    ...unless0("order_overpaid", Math.min(due, minor(excess))),
  ]
}

function reckon({ versions, transactions }: AuditedOrder): Account {
  const none = MathBN.convert(0)
  const start = { owed: none, needed: none, given: none, excess: none }
  return versions.reduce<Account>((account, version, nth) => {
    const next = versions[nth + 1]?.version ?? Infinity
    const own = transactions.filter((transaction) => {
      return transaction.version < next && (nth === 0 || transaction.version >= version.version)
    })
    return own.reduce(pay, changed(account, versions[nth - 1], version))
  }, start)
}

/**
 * The next version's goods are worth more or less. Its credit lines belong to refunds before; what no refund
 * needs lets the customer off what was owed. Those that the order was placed with, gift cards, and those below
 * zero are in its total: by the latter the shop owes less, for store credit that it gave or a fee that it kept.
 */
function changed(account: Account, before: OrderVersion | undefined, after: OrderVersion): Account {
  if (!before) return { ...account, owed: MathBN.convert(after.total) }
  const lines = MathBN.sub(after.credit, before.credit)
  const owed = MathBN.sum(account.owed, MathBN.sub(after.total, before.total), lines)
  const spare = MathBN.sub(lines, MathBN.max(0, MathBN.sub(account.needed, account.given)))
  const letOff = MathBN.max(0, MathBN.min(owed, spare))
  return {
    ...account,
    owed: MathBN.sub(owed, letOff),
    given: MathBN.sum(account.given, lines, MathBN.mult(letOff, -1)),
  }
}

function pay(account: Account, { amount }: AuditedTransaction): Account {
  const owed = MathBN.sub(account.owed, amount)
  if (MathBN.gt(amount, 0)) {
    const isTooMuch = MathBN.lt(owed, 0)
    const more = isTooMuch ? MathBN.sub(MathBN.min(account.owed, 0), owed) : 0
    return { ...account, owed, excess: MathBN.add(account.excess, more) }
  }
  const shopOwed = MathBN.max(0, MathBN.mult(account.owed, -1))
  const credit = MathBN.max(0, MathBN.sub(MathBN.mult(amount, -1), shopOwed))
  return {
    ...account,
    owed: MathBN.sub(owed, credit),
    needed: MathBN.add(account.needed, credit),
  }
}
