import {
  compareTransactions,
  type BookedPayment,
  type OddTransactions,
} from "../../../../src/mapping/books/order-transactions"

const created_at = new Date("2026-01-01")
const CAPTURE = { id: "capt_1", amount: 31.9, created_at }
const REFUND = { id: "ref_1", amount: 10, created_at }
const REST = { id: "ref_2", amount: 21.9, created_at }
const ALL = { id: "ref_3", amount: 31.9, created_at }

const transaction = (reference_id: string | null, amount: number) => {
  return { id: `trx_${reference_id} ${amount}`, reference_id, amount, created_at, version: 1 }
}
const TAKEN = transaction("capt_1", 31.9)
const later = new Date("2026-01-02")
const AGAIN = { ...TAKEN, id: "trx_again", created_at: later }
const TWICE = { ...transaction("ref_1", -10), created_at: later }
/** How the core books what a cancelled order gives back. */
const cancelled = (amount: number) => transaction("pay_1", -amount)

const compare = (payment: Partial<BookedPayment>) =>
  compareTransactions({
    ...{ id: "pay_1", currency: "eur" },
    ...{ captures: [CAPTURE], refunds: [], transactions: [TAKEN] },
    ...payment,
  })

const NONE: OddTransactions = { captures: [], refunds: [], untrue: [] }

describe("an order's transactions beside its payment", () => {
  it.each<[string, Partial<BookedPayment>, Partial<OddTransactions>]>([
    ["paid", {}, {}],
    ["authorised", { captures: [], transactions: [] }, {}],
    [
      "given back in part",
      { refunds: [REFUND], transactions: [TAKEN, transaction("ref_1", -10)] },
      {},
    ],
    ["a capture that the order does not know", { transactions: [] }, { captures: [CAPTURE] }],
    ["a refund that the order does not know", { refunds: [REFUND] }, { refunds: [REFUND] }],
    ["cancelled", { refunds: [ALL], transactions: [TAKEN, cancelled(31.9)] }, {}],
    [
      "given back in part, then cancelled",
      {
        refunds: [REFUND, REST],
        transactions: [TAKEN, transaction("ref_1", -10), cancelled(21.9)],
      },
      {},
    ],
    [
      "cancelled, and the refund has failed",
      { transactions: [TAKEN, cancelled(31.9)] },
      { untrue: [cancelled(31.9)] },
    ],
    [
      "cancelled, the refund has failed, and a part was given back elsewhere",
      { refunds: [REFUND], transactions: [TAKEN, cancelled(31.9)] },
      { refunds: [REFUND], untrue: [cancelled(31.9)] },
    ],
    [
      "a refund of the same amount that the order knows is no reason for a second transaction",
      {
        refunds: [ALL],
        transactions: [TAKEN, transaction("ref_3", -31.9), cancelled(31.9)],
      },
      { untrue: [cancelled(31.9)] },
    ],
    ["a capture that the order has twice", { transactions: [AGAIN, TAKEN] }, { untrue: [AGAIN] }],
    [
      "a refund that the order has three times",
      {
        refunds: [REFUND],
        transactions: [TAKEN, transaction("ref_1", -10), TWICE, TWICE],
      },
      { untrue: [TWICE, TWICE] },
    ],
    [
      "a refund that the order has with the amount of another",
      {
        refunds: [REFUND, REST],
        transactions: [TAKEN, transaction("ref_1", -21.9), transaction("ref_2", -21.9)],
      },
      { refunds: [REFUND], untrue: [transaction("ref_1", -21.9)] },
    ],
    [
      "what was refunded was rounded, the order's own booking was not",
      { refunds: [ALL], transactions: [TAKEN, cancelled(31.8973)] },
      {},
    ],
    [
      "of another payment, or made by hand",
      { transactions: [TAKEN, transaction("pay_2", -5), transaction(null, 7)] },
      {},
    ],
  ])("%s", (_what, payment, odd) => {
    expect(compare(payment)).toEqual({ ...NONE, ...odd })
  })
})
