import { compareBooks, type AuditedCheckout } from "../../../../src/mapping/books/audit"

type Payment = AuditedCheckout["medusa"]["payments"][number]

const ORDER = "order_1"
const CAPTURE = { id: "capt_1", amount: 3190 }
const REFUND = { id: "ref_1", amount: 1000 }
const ASKED = { amount: 3190, order_id: ORDER, attention: null, orphan_resolution: null }
const LEDGER = { ...ASKED, old_requests: [] }

const payment = (fields: Partial<Payment> = {}): Payment => ({
  id: "pay_1",
  order_id: ORDER,
  is_canceled: false,
  captures: [],
  refunds: [],
  ...fields,
})

const booked = ({ captures, refunds }: Payment) => [
  ...captures.map(({ id, amount }) => ({ reference_id: id, amount })),
  ...refunds.map(({ id, amount }) => ({ reference_id: id, amount: -amount })),
]

const medusa = (one: Payment): AuditedCheckout["medusa"] => ({
  orders: [ORDER],
  payments: [one],
  transactions: booked(one),
})

const paid = medusa(payment({ captures: [CAPTURE] }))
const refunded = medusa(payment({ captures: [CAPTURE], refunds: [REFUND] }))
/** Cancelled with its money in: the core books what it gives back under the payment's id. */
const givenBack = payment({ captures: [CAPTURE], refunds: [{ id: "ref_2", amount: 3190 }] })
const cancelled = {
  ...medusa(givenBack),
  transactions: [
    { reference_id: CAPTURE.id, amount: 3190 },
    { reference_id: givenBack.id, amount: -3190 },
  ],
}
const keptOnCancelled = medusa(payment({ captures: [CAPTURE], is_canceled: true }))
const twiceBack = [...cancelled.transactions, { reference_id: "ref_2", amount: -3190 }]
const nobody: AuditedCheckout["medusa"] = { orders: [], payments: [], transactions: [] }
const cart = { ...LEDGER, order_id: null }

const accepted = (effective: number): AuditedCheckout["secuconnect"] => {
  return { status: "accepted", disputed: false, effective }
}
const nothing: AuditedCheckout["secuconnect"] = { status: "open", disputed: false, effective: 0 }

const audit = (books: Partial<AuditedCheckout>) =>
  compareBooks({
    reference: "ABC",
    currency_code: "eur",
    ledger: LEDGER,
    medusa: paid,
    secuconnect: accepted(3190),
    ...books,
  })

describe("books that balance", () => {
  it.each<[string, Partial<AuditedCheckout>]>([
    ["paid and captured", {}],
    ["refunded in part at both", { medusa: refunded, secuconnect: accepted(2190) }],
    ["nobody has paid", { ledger: cart, medusa: nobody, secuconnect: nothing }],
    ["authorised only", { medusa: medusa(payment()), secuconnect: nothing }],
    ["cancelled with its money in", { medusa: cancelled, secuconnect: accepted(0) }],
    ["money of nobody, all given back", { ledger: cart, medusa: nobody, secuconnect: accepted(0) }],
    [
      "captured and wholly refunded by the core, without an order",
      {
        ledger: cart,
        secuconnect: nothing,
        medusa: {
          ...nobody,
          payments: [
            payment({ order_id: null, captures: [CAPTURE], refunds: [{ id: "r", amount: 3190 }] }),
          ],
        },
      },
    ],
  ])("%s", (_what, books) => {
    expect(audit(books)).toEqual({ differences: [], known: [] })
  })
})

describe("a difference", () => {
  it.each<[string, Partial<AuditedCheckout>, object[]]>([
    [
      "money without an order that nobody was told of",
      { ledger: cart, medusa: nobody },
      [{ kind: "orphaned", expected: 3190, found: 0 }],
    ],
    [
      "an order that waits although the money is in",
      { medusa: { ...nobody, orders: [ORDER] } },
      [{ kind: "not_captured", expected: 3190, found: 0 }],
    ],
    [
      "a capture without money at secuconnect",
      { secuconnect: nothing },
      [{ kind: "refunds_differ", expected: 3190, found: 0 }],
    ],
    [
      "a capture of another amount",
      { medusa: medusa(payment({ captures: [{ id: "capt_1", amount: 3000 }] })) },
      [{ kind: "captured_differs", expected: 3190, found: 3000 }],
    ],
    [
      "a refund that Medusa does not know",
      { secuconnect: accepted(2190) },
      [{ kind: "refunds_differ", expected: 1000, found: 0 }],
    ],
    [
      "a refund that secuconnect does not know",
      { medusa: refunded },
      [{ kind: "refunds_differ", expected: 0, found: 1000 }],
    ],
    [
      "a capture without its order transaction",
      { medusa: { ...paid, transactions: [] } },
      [{ kind: "transactions_differ", expected: 3190, found: 0 }],
    ],
    [
      "an order transaction twice",
      { medusa: { ...paid, transactions: [...paid.transactions, ...paid.transactions] } },
      [{ kind: "transactions_differ", expected: 3190, found: 6380 }],
    ],
    [
      "what a cancelled order gave back, booked twice",
      { medusa: { ...cancelled, transactions: twiceBack }, secuconnect: accepted(0) },
      [{ kind: "transactions_differ", expected: 0, found: -3190 }],
    ],
    [
      "money of a cancelled order that nobody was told of",
      { medusa: keptOnCancelled },
      [{ kind: "orphaned", expected: 3190, found: 0 }],
    ],
    [
      "two orders of one cart",
      { medusa: { ...paid, orders: [ORDER, "order_2"] } },
      [{ kind: "ordered_twice", expected: 1, found: 2 }],
    ],
    [
      "two captures",
      { medusa: medusa(payment({ captures: [CAPTURE, { ...CAPTURE, id: "capt_2" }] })) },
      [
        { kind: "captured_differs", expected: 3190, found: 6380 },
        { kind: "captured_twice", expected: 1, found: 2 },
      ],
    ],
    [
      "two payments",
      { medusa: { ...paid, payments: [...paid.payments, payment({ id: "pay_2" })] } },
      [{ kind: "paid_twice", expected: 1, found: 2 }],
    ],
    [
      "money captured that belongs to no order",
      { medusa: { ...nobody, payments: [payment({ order_id: null, captures: [CAPTURE] })] } },
      [{ kind: "orphaned", expected: 3190, found: 0 }],
    ],
    [
      "an old request whose outcome nobody knows",
      {
        ledger: { ...LEDGER, old_requests: [{ id: "screq_1", kind: "refund", amount: 500 }] },
      },
      [{ kind: "request_open", expected: 0, found: 500 }],
    ],
  ])("is %s", (_what, books, differences) => {
    expect(audit(books)).toMatchObject({ differences, known: [] })
  })

  it("names checkout, order and currency", () => {
    const where = { reference: "ABC", order_id: ORDER, currency_code: "eur" }
    expect(audit({ secuconnect: accepted(2190) }).differences[0]).toMatchObject(where)
  })
})

describe("what a person knows of already", () => {
  it.each<[string, Partial<AuditedCheckout>, object]>([
    [
      "marked money without an order",
      { ledger: { ...cart, attention: "orphaned" }, medusa: nobody },
      { kind: "orphaned", amount: 3190 },
    ],
    [
      "a marked mismatch",
      { ledger: { ...cart, attention: "mismatch" }, medusa: nobody },
      { kind: "mismatch", amount: 3190 },
    ],
    [
      "money that is kept by decision",
      { ledger: { ...cart, orphan_resolution: "keep" }, medusa: nobody },
      { kind: "kept", amount: 3190 },
    ],
    [
      "money of a cancelled order that could not be given back yet",
      { ledger: { ...LEDGER, attention: "orphaned" }, medusa: keptOnCancelled },
      { kind: "orphaned", amount: 3190 },
    ],
    [
      "money of a cancelled order that a person keeps",
      { ledger: { ...LEDGER, orphan_resolution: "keep" }, medusa: keptOnCancelled },
      { kind: "kept", amount: 3190 },
    ],
    [
      "a chargeback",
      { secuconnect: { status: "accepted", disputed: true, effective: 0 } },
      { kind: "disputed", amount: 0 },
    ],
  ])("%s is told and is no difference", (_what, books, known) => {
    expect(audit(books)).toMatchObject({ differences: [], known: [known] })
  })

  it.each(["not_booked", "payment_failed", "refund_failed"])(
    "the mark %s excuses no money",
    (attention) => {
      const ledger = { ...LEDGER, attention }
      expect(audit({ ledger, secuconnect: accepted(2190) }).differences).toHaveLength(1)
    },
  )
})
