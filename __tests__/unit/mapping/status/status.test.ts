import {
  isRefund,
  assess,
  sortPayments,
  type Assessment,
  type CheckoutStatus,
} from "../../../../src/mapping/status/status"
import { SMART_TRANSACTION_STATUSES, type PaymentTransaction } from "../../../../src/secuconnect"
import { aPayment, aRefund, aTransaction } from "../support/replies"

const expected = { amount: 4485, currency_code: "eur", contract_id: "GCR_1", is_demo: false }

describe("how a Smart Transaction spells its status", () => {
  it.each([
    ["OK", "ok"],
    ["canceled", "cancelled"],
    ["Approved", "approved"],
  ])('"%s" is the same as "%s"; what each means is in readings.test.ts', (spelled, word) => {
    const read = (status: string) => assess(aTransaction({ status }), [aPayment()], expected)
    expect(read(spelled)).toEqual(read(word))
  })
})

describe("several payments of one Smart Transaction", () => {
  const failedTry = aPayment("denied", { id: "PCI_0" })
  const cases: { given: string; payments: PaymentTransaction[]; status: CheckoutStatus }[] = [
    { given: "no payment at all", payments: [], status: "waiting" },
    {
      given: "a failed try, then one that worked",
      payments: [failedTry, aPayment()],
      status: "accepted",
    },
    {
      given: "the same, listed the other way round",
      payments: [aPayment(), failedTry],
      status: "accepted",
    },
    { given: "only failed tries", payments: [failedTry, aPayment("denied")], status: "failed" },
    { given: "a payment, refunded in part", payments: [aPayment(), aRefund()], status: "accepted" },
    {
      given: "a payment, refunded in full",
      payments: [aPayment("void"), aRefund()],
      status: "cancelled",
    },
    { given: "a refund alone", payments: [aRefund()], status: "waiting" },
  ]
  it.each(cases)('"ok" with $given means $status', ({ payments, status }) => {
    expect(assess(aTransaction(), payments, expected).status).toBe(status)
  })

  const kinds: { given: string; payment: PaymentTransaction; refund: boolean }[] = [
    { given: "a negative amount", payment: aPayment("accepted", { amount: -1000 }), refund: true },
    {
      given: "a parent and no amount",
      payment: aPayment("accepted", { amount: null, parents: [{ id: "PCI_0" }] }),
      refund: true,
    },
    { given: "a negative amount, void", payment: aPayment("void", { amount: -1 }), refund: true },
    { given: "an amount and no parent", payment: aPayment(), refund: false },
    {
      given: "neither amount nor parent",
      payment: aPayment("accepted", { amount: null }),
      refund: false,
    },
    {
      given: "a refund of its own",
      payment: aPayment("accepted", {
        related_transactions: [{ id: "PCI_R", hierarchy: "child" }],
      }),
      refund: false,
    },
  ]
  it.each(kinds)("a payment with $given: is a refund: $refund", ({ payment, refund }) => {
    expect(isRefund(payment)).toBe(refund)
  })

  it("sorts into payments that count and dead ones; refunds are neither", () => {
    const counts = ["accepted", "authorized", "issue", "refund", "unknown"] as const
    const dead = ["denied", "void"] as const
    const payments = [...counts, ...dead].map((status) => aPayment(status))
    const sorted = sortPayments([aRefund(), ...payments])
    expect(sorted.live.map(({ status_simple }) => status_simple)).toEqual(counts)
    expect(sorted.dead.map(({ status_simple }) => status_simple)).toEqual(dead)
  })
})

interface Comparison {
  found: string
  reply?: object
  payments?: PaymentTransaction[]
  mismatch: Assessment["mismatch"]
}

describe("whether it is the payment that we asked for", () => {
  const terse = { contract: null, is_demo: null, basket_info: null }
  const mute = aPayment("accepted", { amount: null, currency: null, contract: null })
  const sum = (amount: number) => ({ basket_info: { sum: amount, currency: "EUR" } })
  const paid = (reply: object) => [aPayment("accepted", reply)]
  const cases: Comparison[] = [
    { found: "everything as asked", payments: [aPayment()], mismatch: null },
    {
      found: "a currency in small letters",
      reply: { basket_info: { sum: 4485, currency: "eur" } },
      mismatch: null,
    },
    { found: "only the Smart Transaction confirms it", payments: [mute], mismatch: null },
    { found: "only the payment confirms it", reply: terse, payments: [aPayment()], mismatch: null },
    {
      found: "the amount as a string of digits",
      reply: { basket_info: { sum: "4485", currency: "EUR" } },
      mismatch: null,
    },
    {
      found: "the amount here, the currency there",
      reply: { basket_info: { sum: 4485 } },
      payments: paid({ amount: null }),
      mismatch: null,
    },
    {
      found: "neither amount nor currency",
      reply: terse,
      payments: [mute],
      mismatch: "unconfirmed",
    },
    { found: "a terse reply without payments", reply: terse, mismatch: "unconfirmed" },
    {
      found: "no currency anywhere",
      reply: { basket_info: { sum: 4485 } },
      payments: [mute],
      mismatch: "unconfirmed",
    },
    {
      found: "no amount anywhere",
      reply: { basket_info: { currency: "EUR" } },
      payments: [mute],
      mismatch: "unconfirmed",
    },
    { found: "a cent too little", reply: sum(4484), payments: [aPayment()], mismatch: "amount" },
    { found: "a cent too much", reply: sum(4486), payments: [aPayment()], mismatch: "amount" },
    { found: "a sum of nothing", reply: sum(0), payments: [aPayment()], mismatch: "amount" },
    { found: "a payment over another amount", payments: paid({ amount: 1 }), mismatch: "amount" },
    {
      found: "another currency",
      reply: { basket_info: { sum: 4485, currency: "CHF" } },
      mismatch: "currency",
    },
    {
      found: "a payment in another currency",
      payments: paid({ currency: "USD" }),
      mismatch: "currency",
    },
    { found: "another contract", reply: { contract: { id: "GCR_2" } }, mismatch: "contract" },
    {
      found: "a payment with a contract of its own",
      payments: paid({ contract: { id: "GCR_2" } }),
      mismatch: null,
    },
    {
      found: "no contract but a payment's, which is another",
      reply: terse,
      payments: paid({ contract: { id: "GCR_2" } }),
      mismatch: "contract",
    },
    { found: "a demo", reply: { is_demo: true }, payments: [aPayment()], mismatch: "demo" },
    {
      found: "another contract and another amount",
      reply: { contract: { id: "GCR_2" }, ...sum(1) },
      mismatch: "contract",
    },
    {
      found: "a failed try over another amount",
      payments: [aPayment("denied", { amount: 1 }), aPayment()],
      mismatch: null,
    },
    {
      found: "nothing but a failed try names the amount",
      reply: terse,
      payments: [aPayment("denied")],
      mismatch: "unconfirmed",
    },
    { found: "a refund over another amount", payments: [aPayment(), aRefund()], mismatch: null },
    {
      found: "nothing but a refund names a currency",
      reply: terse,
      payments: [mute, aRefund()],
      mismatch: "unconfirmed",
    },
  ]
  it.each(cases)("$found: mismatch $mismatch", ({ reply, payments, mismatch }) => {
    expect(assess(aTransaction(reply), payments ?? [], expected).mismatch).toBe(mismatch)
  })

  it.each([
    { found: "less than asked for", amount: expected.amount - 1, mismatch: null },
    { found: "more than asked for", amount: expected.amount + 1, mismatch: "amount" },
  ])("$found, of a payment that an order counts on: mismatch $mismatch", ({ amount, mismatch }) => {
    const counted = { ...expected, least: { of_transaction: 0, waiting: 0, otherwise: 0 } }
    expect(assess(aTransaction(), [aPayment("accepted", { amount })], counted).mismatch).toBe(
      mismatch,
    )
    expect(assess(aTransaction(sum(amount)), [aPayment()], counted).mismatch).toBe(mismatch)
  })

  it("takes a demo for what it is in a shop in demo mode", () => {
    const demo = { ...expected, is_demo: true }
    expect(assess(aTransaction({ is_demo: true }), [], demo).mismatch).toBeNull()
    expect(assess(aTransaction({ is_demo: false }), [], demo).mismatch).toBe("demo")
  })

  it.each(SMART_TRANSACTION_STATUSES)('is looked at also while the status is "%s"', (status) => {
    expect(assess(aTransaction({ status, ...sum(1) }), [], expected).mismatch).toBe("amount")
  })
})

describe("a returned debit or a chargeback", () => {
  const issueOfRefund = aRefund({ details: { status_simple: 4 } })
  const cases: { given: string; payments: PaymentTransaction[]; dispute: Assessment["dispute"] }[] =
    [
      { given: "an issue", payments: [aPayment("issue")], dispute: "issue" },
      {
        given: "a settled issue",
        payments: [aPayment("issue_resolved")],
        dispute: "issue_resolved",
      },
      {
        given: "a settled issue and an open one",
        payments: [aPayment("issue_resolved"), aPayment("issue")],
        dispute: "issue",
      },
      { given: "no issue", payments: [aPayment()], dispute: null },
      { given: "an issue of a refund", payments: [aPayment(), issueOfRefund], dispute: null },
    ]
  it.each(cases)(
    "$given: dispute $dispute, and the money still counts",
    ({ payments, dispute }) => {
      const assessed = assess(aTransaction(), payments, expected)
      expect(assessed).toEqual({ status: "accepted", mismatch: null, dispute, unclear: false })
    },
  )
})
