import { readFileSync } from "node:fs"
import path from "node:path"

import { assess, type Assessment } from "../../../../src/mapping/status/status"
import type { PaymentTransaction, SimpleStatus } from "../../../../src/secuconnect"
import { REPOSITORY } from "../../../support/repository"
import { aPayment, aRefund, aTransaction } from "../support/replies"

const expected = { amount: 4485, currency_code: "eur", contract_id: "GCR_1", is_demo: false }

const read = (word: string, payments: PaymentTransaction[]): Assessment =>
  assess(aTransaction({ status: word }), payments, expected)

/** A payment with the vendor's number. */
const numbered = (number: number) => aPayment("accepted", { details: { status_simple: number } })

interface Pair {
  transaction: string
  payment: string
  payments: PaymentTransaction[]
  meaning: string
}

/** The table for people is the specification: every pair that it names, one by one. */
function pairsOfTheDocument(): Pair[] {
  const text = readFileSync(path.join(REPOSITORY, "docs/payment-lifecycle.md"), "utf8")
  const lines = text.split("\n").filter((line) => line.startsWith("|"))
  const begin = lines.findIndex((line) => line.startsWith("| payment "))
  const cellsOf = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim())
  const [, ...columns] = cellsOf(lines[begin] ?? "")
  return lines.slice(begin + 2, begin + 12).flatMap((line) => {
    const [label = "", ...meanings] = cellsOf(line)
    return columns.flatMap((column, index) =>
      wordsOf(column).flatMap((transaction) =>
        paymentsOf(label).map(([payment, payments]) => ({
          ...{ transaction, payment, payments, meaning: meanings[index] ?? "" },
        })),
      ),
    )
  })
}

const wordsOf = (column: string) =>
  column === "any other word" ? ["expired", "aborted", ""] : column.split(", ")

function paymentsOf(label: string): [string, PaymentTransaction[]][] {
  if (label === "any other number")
    return [17, 99].map((number) => [String(number), [numbered(number)]])
  const numbers = [...label.matchAll(/\d+/g)].map(([number]) => Number(number))
  const named = numbers.map((number): [string, PaymentTransaction[]] => [
    String(number),
    [numbered(number)],
  ])
  return label.startsWith("none") ? [["none", []], ...named] : named
}

/** In the words of the table. */
function meaningOf({ status, unclear, mismatch }: Assessment): string {
  if (unclear) return `${status} ?`
  return mismatch === "status" ? `${status} !` : status
}

const PAIRS = pairsOfTheDocument()

describe("what the statuses of a Smart Transaction and of its payment mean together", () => {
  it("is said for every status that either can have, each pair once", () => {
    const pairs = PAIRS.map(({ transaction, payment }) => `${transaction}/${payment}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    // 11 known words and 3 that are not; no payment, 17 known numbers and 2 that are not.
    expect(pairs).toHaveLength(14 * 20)
  })

  it.each(PAIRS)(
    '"$transaction" and payment $payment: $meaning',
    ({ transaction, payments, meaning }) => {
      expect(meaningOf(read(transaction, payments))).toBe(meaning)
    },
  )
})

const MONEY = ["accepted", "paid", "waiting_for_shipment", "issue", "issue_resolved"] as const
const NOT_YET: (SimpleStatus | "unknown")[] = [
  "proceed",
  "created",
  "authorized",
  "pending",
  "on_hold",
  "denied",
  "subscription_approved",
  "container_authorized",
  "unknown",
]
const WORDS = [
  ...["created", "processing", "approved", "pending", "ok", "received", "shipped"],
  ...["collection", "collected", "failed", "cancelled", "expired"],
]

describe("laws that hold whatever the table says", () => {
  it.each(WORDS)(
    'no word of the Smart Transaction, "%s" neither, makes money of a payment',
    (word) => {
      for (const status of NOT_YET)
        expect(read(word, [aPayment(status)]).status).not.toBe("accepted")
      expect(read(word, []).status).not.toBe("accepted")
    },
  )

  it.each(WORDS)('money that is in is never lost behind "%s"', (word) => {
    for (const status of MONEY) expect(read(word, [aPayment(status)]).status).toBe("accepted")
  })

  it.each(["failed", "cancelled", "expired"])(
    'money against "%s" differs from what was asked for, so that it pays for nothing unseen',
    (word) => {
      for (const status of MONEY) expect(read(word, [aPayment(status)]).mismatch).toBe("status")
    },
  )
})

describe("several payments of one Smart Transaction", () => {
  const second = (status: SimpleStatus | "unknown") => aPayment(status, { id: "PCI_2" })
  const cases = [
    ["ok", [aPayment("denied"), second("on_hold")], "waiting ?"],
    ["ok", [aPayment("on_hold"), second("accepted")], "accepted"],
    ["ok", [aPayment("unknown"), second("paid")], "accepted"],
    ["ok", [aPayment("denied"), second("void")], "cancelled"],
    ["ok", [aPayment("void"), second("authorized")], "waiting ?"],
    ["approved", [aPayment("denied"), second("authorized")], "authorized"],
    ["approved", [aPayment("proceed"), second("authorized")], "authorized"],
    ["pending", [aPayment("authorized"), second("on_hold")], "waiting"],
    ["created", [aPayment("denied"), second("denied")], "open"],
    ["created", [aPayment("denied"), second("accepted")], "accepted ?"],
    ["failed", [aPayment("denied"), second("accepted")], "accepted !"],
    ["ok", [aRefund()], "waiting ?"],
    ["ok", [aPayment(), aRefund()], "accepted"],
  ] as const
  const titled = cases.map(([word, payments, meaning]) => {
    const named = payments.map((one) => (one.parents.length > 0 ? "refund" : one.status_simple))
    return { word, payments: [...payments], meaning, named: named.join(" and ") }
  })
  it.each(titled)('"$word" with $named: $meaning', ({ word, payments, meaning }) => {
    expect(meaningOf(read(word, payments))).toBe(meaning)
  })
})
