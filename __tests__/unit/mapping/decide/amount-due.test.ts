import {
  amountDue,
  bothSums,
  heirOf,
  isClosable,
  meets,
  type CartSession,
  type Purchase,
} from "../../../../src/mapping/decide/amount-due"
import { paysBefore } from "../../../../src/mapping/status/pays-first"

const OURS = "pp_secuconnect_secuconnect"
const CARD = "pp_secuconnect-creditcard_secuconnect"
const CREDIT = "pp_store-credit_default"

const OWN = { id: "own", amount: 2500 }

const session = (fields: Partial<CartSession> = {}): CartSession => ({
  id: "other",
  provider_id: CREDIT,
  status: "pending",
  amount: 5,
  ...fields,
})

const payment = (amount: number, fields: object = {}) => ({
  payment_session_id: "other",
  amount,
  refunds: [],
  ...fields,
})

const own = session({ id: "own", provider_id: OURS, amount: 25 })

const purchase = (fields: Partial<Purchase> = {}): Purchase => ({
  total: 30,
  currency_code: "eur",
  payments: [],
  ...fields,
  sessions: [own, ...(fields.sessions ?? [])],
})

describe("what is due of a total of 30.00 from a payment of 25.00", () => {
  it.each<[string, Partial<Purchase>, number]>([
    ["all of it, when nothing else pays", {}, 3000],
    [
      "the rest, when another provider has authorized a part",
      { sessions: [session({ status: "authorized", amount: 7 })] },
      2300,
    ],
    [
      "the rest, when another provider waits for a part",
      { sessions: [session({ status: "pending_authorization", amount: 7 })] },
      2300,
    ],
    [
      "the rest of what is left after a refund of the other part",
      {
        sessions: [
          session({ status: "captured", payment: payment(7, { refunds: [{ amount: 2 }] }) }),
        ],
      },
      2500,
    ],
    [
      "all of it, when the other part was authorized and cancelled",
      {
        sessions: [
          session({ status: "authorized", payment: payment(5, { canceled_at: new Date() }) }),
        ],
      },
      3000,
    ],
    ["a split that fits exactly: what it was started with", { sessions: [session()] }, 2500],
    [
      "all of it, when the open parts do not make the total",
      { sessions: [session({ amount: 6 })] },
      3000,
    ],
    [
      "all of it, when the fitting part is of a provider of ours: two starts are no split",
      { sessions: [session({ provider_id: CARD })] },
      3000,
    ],
    [
      "all of it, when what we wait for elsewhere is only a promise",
      { sessions: [session({ provider_id: CARD, status: "pending_authorization", amount: 30 })] },
      3000,
    ],
    [
      "nothing, when another session has paid everything",
      { sessions: [session({ provider_id: CARD, amount: 30, payment: payment(30) })] },
      0,
    ],
    [
      "the rest, when a payment link has brought a part",
      { payments: [payment(4, { payment_session_id: "link" })] },
      2600,
    ],
    [
      "all of it, whatever was booked of this very session",
      { payments: [payment(25, { payment_session_id: "own" })] },
      3000,
    ],
    ["to the cent, of a total that Medusa has not rounded", { total: 29.995 }, 3000],
  ])("%s", (_what, fields, amount) => {
    expect(amountDue(OWN, purchase(fields))).toEqual({ amount, currency_code: "eur" })
  })

  it("has the currency's own decimals", () => {
    expect(amountDue(OWN, purchase({ currency_code: "jpy", total: 2500 }))).toMatchObject({
      amount: 2500,
    })
  })
})

describe("a payment of 25.00 meets what is due", () => {
  const paid = { amount: 2500, currency_code: "eur" }
  it.each([
    ["the same", { ...paid, currency_code: "EUR" }, true],
    ["a cent more", { ...paid, amount: 2501 }, false],
    ["a cent less", { ...paid, amount: 2499 }, false],
    ["another currency", { ...paid, currency_code: "chf" }, false],
    ["less", { ...paid, amount: 2000 }, false],
  ])("%s: %s", (_what, due, expected) => {
    expect(meets(due, paid)).toBe(expected)
  })

  it.each([
    [2000, true],
    [2100, false],
    [0, false],
  ])("20.00, when refunds have left %d cents of it: %s", (effective_amount, expected) => {
    expect(meets({ ...paid, amount: 2000 }, { ...paid, effective_amount })).toBe(expected)
  })

  it("and tells both sums where it does not", () => {
    const due = { amount: 79750, currency_code: "eur" }
    expect(bothSums({ amount: 1595, currency_code: "eur" }, due)).toBe(
      "15.95 EUR paid, 797.5 EUR due",
    )
  })
})

describe("which sessions are closed when another one has been paid", () => {
  it.each<[string, Partial<CartSession>, boolean]>([
    ["an open one of ours", { provider_id: OURS, amount: 30 }, true],
    [
      "an open one of ours for another method",
      { provider_id: CARD, status: "requires_more" },
      true,
    ],
    ["one of ours that only waits", { provider_id: CARD, status: "pending_authorization" }, true],
    ["an open one of another provider", { amount: 30 }, true],
    ["a part of a split", { amount: 5 }, false],
    ["one that another provider has authorized", { amount: 30, status: "authorized" }, false],
    ["one that another provider waits for", { amount: 30, status: "pending_authorization" }, false],
    ["one with a payment", { provider_id: CARD, amount: 30, payment: payment(30) }, false],
    [
      "one whose payment was cancelled: the core would order on it",
      { amount: 30, status: "authorized", payment: payment(30, { canceled_at: new Date() }) },
      true,
    ],
    ["one that is over: the core passes it by", { provider_id: OURS, status: "error" }, false],
    ["the paid one itself", { id: "own", provider_id: OURS }, false],
  ])("%s: %s", (_what, fields, expected) => {
    const other = session(fields)
    expect(isClosable(other, OWN, purchase({ sessions: other.id === "own" ? [] : [other] }))).toBe(
      expected,
    )
  })
})

describe("who of two gets the order", () => {
  const rival = {
    status: "accepted",
    mismatch: null,
    effective_amount: 3000,
    orphan_resolution: null,
    order_id: null,
  } as const
  it.each([
    { who: "money before a transfer", other: rival, status: "waiting", first: true },
    { who: "money before an authorization", other: rival, status: "authorized", first: true },
    {
      who: "an authorization before a transfer",
      other: { ...rival, status: "authorized" },
      status: "waiting",
      first: true,
    },
    {
      who: "a transfer before an open page",
      other: { ...rival, status: "waiting" },
      status: "open",
      first: true,
    },
    { who: "of two that are paid who looks first", other: rival, status: "accepted", first: false },
    {
      who: "no transfer before money",
      other: { ...rival, status: "waiting" },
      status: "accepted",
      first: false,
    },
    {
      who: "none that differs",
      other: { ...rival, mismatch: "amount" },
      status: "open",
      first: false,
    },
    {
      who: "none that was refunded",
      other: { ...rival, effective_amount: 0 },
      status: "open",
      first: false,
    },
    {
      who: "none that a person keeps",
      other: { ...rival, orphan_resolution: "keep" },
      status: "open",
      first: false,
    },
    {
      who: "none that has an order",
      other: { ...rival, order_id: "order_1" },
      status: "open",
      first: false,
    },
  ] as const)("$who", ({ other, status, first }) => {
    expect(paysBefore(other, status)).toBe(first)
  })
})

describe("the session that takes the place of one that is gone, after 30.00 were paid", () => {
  it.each<[string, Partial<CartSession>, boolean]>([
    ["an open one of ours over the same", { provider_id: CARD, amount: 30 }, true],
    ["one over another amount", { provider_id: CARD, amount: 31 }, false],
    ["one of another provider", { amount: 30 }, false],
    ["one that failed", { provider_id: CARD, amount: 30, status: "error" }, false],
    ["one with a payment", { provider_id: CARD, amount: 30, payment: payment(30) }, false],
  ])("%s: %s", (_what, fields, expected) => {
    const found = heirOf(3000, { ...purchase(), sessions: [session(fields)] })
    expect(found !== null).toBe(expected)
  })
})
