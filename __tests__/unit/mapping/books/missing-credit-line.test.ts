import {
  missingCreditLine,
  type OrderHistory,
} from "../../../../src/mapping/books/missing-credit-line"

/** Versions as `[version, worth]`, transactions as `[version, amount]`. */
interface Told {
  what: string
  versions: [number, number][]
  transactions: [number, number][]
  credit: number
  missing: string
}

const history = ({ versions, transactions, credit }: Told): OrderHistory => ({
  versions: versions.map(([version, worth]) => ({ version, worth })),
  transactions: transactions.map(([version, amount]) => ({ version, amount })),
  credit,
})

const PAID: [number, number] = [1, 31.9]

describe("the credit lines that an order's refunds should have, and do not", () => {
  it.each<Told>([
    {
      what: "nothing was refunded",
      versions: [[1, 31.9]],
      transactions: [PAID],
      credit: 0,
      missing: "0",
    },
    {
      what: "the core died after the transaction",
      versions: [[1, 31.9]],
      transactions: [PAID, [1, -10]],
      credit: 0,
      missing: "10",
    },
    {
      what: "the refund has its line",
      versions: [
        [1, 31.9],
        [2, 31.9],
      ],
      transactions: [PAID, [1, -10]],
      credit: 10,
      missing: "0",
    },
    {
      what: "the order was packed in the same version, and the line never written",
      versions: [
        [1, 31.9],
        [2, 31.9],
        [2, 31.9],
      ],
      transactions: [PAID, [1, -10]],
      credit: 0,
      missing: "10",
    },
    {
      what: "the order was packed, shipped and delivered since the core died",
      versions: [
        [1, 31.9],
        [2, 31.9],
        [3, 31.9],
        [4, 31.9],
      ],
      transactions: [PAID, [1, -10]],
      credit: 0,
      missing: "10",
    },
    {
      what: "the second of two refunds has none",
      versions: [
        [1, 31.9],
        [2, 31.9],
        [3, 31.9],
      ],
      transactions: [PAID, [1, -10], [2, -5]],
      credit: 10,
      missing: "5",
    },
    {
      what: "the first of two refunds has none",
      versions: [
        [1, 31.9],
        [2, 31.9],
      ],
      transactions: [PAID, [1, -10], [1, -5]],
      credit: 5,
      missing: "10",
    },
    {
      what: "an article was taken off, and its price given back",
      versions: [
        [1, 31.9],
        [2, 15.95],
      ],
      transactions: [PAID, [2, -15.95]],
      credit: 0,
      missing: "0",
    },
    {
      what: "an article was taken off, and more than its price given back",
      versions: [
        [1, 31.9],
        [2, 15.95],
      ],
      transactions: [PAID, [2, -20]],
      credit: 0,
      missing: "4.05",
    },
    {
      what: "the order has become dearer since",
      versions: [
        [1, 31.9],
        [2, 49.85],
      ],
      transactions: [PAID, [1, -10]],
      credit: 0,
      missing: "10",
    },
    {
      what: "it became dearer, was paid, and refunded in parts",
      versions: [
        [1, 31.9],
        [2, 49.85],
        [3, 49.85],
      ],
      transactions: [PAID, [2, 17.95], [2, -9.85], [3, -30]],
      credit: 9.85,
      missing: "30",
    },
    {
      what: "a merchant wrote a credit line beside it",
      versions: [
        [1, 31.9],
        [2, 31.9],
      ],
      transactions: [PAID, [1, -10]],
      credit: 12,
      missing: "0",
    },
    {
      what: "the first transaction is older than the first version that is kept",
      versions: [[3, 31.9]],
      transactions: [PAID, [1, -10]],
      credit: 0,
      missing: "10",
    },
    {
      what: "nothing is known of its versions",
      versions: [],
      transactions: [PAID, [1, -10]],
      credit: 0,
      missing: "0",
    },
  ])("$what: $missing", (told) => {
    expect(missingCreditLine(history(told)).toString()).toBe(told.missing)
  })
})
