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
  const { needed, excess } = reckon(order)
  const { currency_code, pending_difference } = order
  const minor = (amount: BigNumberInput) => Math.max(0, toMinor(amount, currency_code))
  const given = creditGiven(order.versions)
  const due = minor(MathBN.mult(pending_difference, -1))
  return [
    ...unless0("credit_line_missing", minor(MathBN.sub(needed, given))),
    ...unless0("credit_line_extra", Math.min(due, minor(MathBN.sub(given, needed)))),
    ...unless0("order_overpaid", Math.min(due, minor(excess))),
  ]
}

/** Credit lines that came after the order was placed: those of gift cards came with the cart. */
function creditGiven(versions: OrderVersion[]): Amount {
  return MathBN.sub(versions.at(-1)?.credit ?? 0, versions[0]?.credit ?? 0)
}

function reckon({ versions, transactions }: AuditedOrder): Account {
  const start = { owed: MathBN.convert(0), needed: MathBN.convert(0), excess: MathBN.convert(0) }
  return versions.reduce((account, version, nth) => {
    const next = versions[nth + 1]?.version ?? Infinity
    const own = transactions.filter((transaction) => {
      return transaction.version < next && (nth === 0 || transaction.version >= version.version)
    })
    const owed = changed(account.owed, versions[nth - 1], version)
    return own.reduce(pay, { ...account, owed })
  }, start)
}

/**
 * The next version's goods are worth more or less; its credit lines belong to refunds before. Those below
 * zero are in its total: the shop owes that much less, for store credit that it gave or a fee that it kept.
 */
function changed(owed: Amount, before: OrderVersion | undefined, after: OrderVersion): Amount {
  const worth = (version: OrderVersion) => MathBN.add(version.total, version.credit)
  if (!before) return MathBN.convert(after.total)
  return MathBN.add(owed, MathBN.sub(worth(after), worth(before)))
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
