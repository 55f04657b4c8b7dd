import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, Decision, MedusaState } from "../../../../src/mapping/decide/decision"
import { aCart, aCheckout, aPaidOrder, aPaymentOf, aWaitingOrder } from "../support/worlds"

const NOTHING: Decision = { act: "nothing" }
const CANCEL: Decision = { act: "cancel_transaction" }
const ORPHAN: Decision = { act: "report", attention: "orphaned" }
const canceled = { order: { id: "order_1", canceled: true } }

interface Row {
  what: string
  checkout: Partial<CheckoutState>
  medusa: MedusaState | null
  decision: Decision
}

const check = (rows: Row[]) => {
  it.each(rows)("$what: $decision.act", ({ checkout, medusa, decision }) => {
    expect(decide(aCheckout(checkout), medusa)).toEqual(decision)
  })
}

describe("what is left at secuconnect, and Medusa has booked 44.85", () => {
  const paid = (refunded_amount = 0, refund_is_fresh = false) =>
    aPaidOrder({
      payment: aPaymentOf("checkout_1", { captured: true, refunded_amount, refund_is_fresh }),
    })
  const accepted = (effective_amount: number | null, more: Partial<CheckoutState> = {}) => ({
    status: "accepted" as const,
    effective_amount,
    ...more,
  })
  const book = (amount: number): Decision => ({ act: "book_refund", amount, payment_id: "pay_1" })
  const wait: Decision = { act: "wait" }
  const failed: Decision = { act: "report", attention: "refund_failed" }
  check([
    { what: "everything", checkout: accepted(4485), medusa: paid(), decision: NOTHING },
    { what: "nobody knows", checkout: accepted(null), medusa: paid(), decision: NOTHING },
    { what: "5.00 less", checkout: accepted(3985), medusa: paid(), decision: book(500) },
    { what: "nothing", checkout: accepted(0), medusa: paid(), decision: book(4485) },
    {
      what: "nothing, and the payment is void",
      checkout: { status: "cancelled", effective_amount: 0 },
      medusa: paid(),
      decision: book(4485),
    },
    {
      what: "as much as was refunded",
      checkout: accepted(3985),
      medusa: paid(500),
      decision: NOTHING,
    },
    {
      what: "less than was refunded",
      checkout: accepted(3000),
      medusa: paid(500),
      decision: book(985),
    },
    {
      what: "more than was refunded",
      checkout: accepted(4485),
      medusa: paid(500),
      decision: failed,
    },
    {
      what: "less, beside a refund that is fresh",
      checkout: accepted(3000),
      medusa: paid(500, true),
      decision: wait,
    },
    {
      what: "more, beside a refund that is fresh",
      checkout: accepted(4485),
      medusa: paid(500, true),
      decision: wait,
    },
    {
      what: "less, and a request of ours is under way",
      checkout: accepted(3000, { has_unresolved_request: true }),
      medusa: paid(),
      decision: wait,
    },
    {
      what: "less, and the debit was returned",
      checkout: accepted(0, { dispute: "issue" }),
      medusa: paid(),
      decision: { act: "report", attention: "disputed" },
    },
    {
      what: "less, and the order is cancelled",
      checkout: accepted(3985),
      medusa: { ...paid(), ...canceled },
      decision: book(500),
    },
  ])
})

describe("an order that was cancelled with its money in", () => {
  const cancelledOrder = (refunded_amount = 0, refund_is_fresh = false): MedusaState => ({
    ...aPaidOrder({
      payment: aPaymentOf("checkout_1", { captured: true, refunded_amount, refund_is_fresh }),
    }),
    ...canceled,
  })
  const left = (effective_amount: number, more: Partial<CheckoutState> = {}) => ({
    ...{ status: "accepted" as const, effective_amount },
    ...more,
  })
  const refund: Decision = { act: "refund_unwanted" }
  check([
    {
      what: "and the refund has failed",
      checkout: left(4485),
      medusa: cancelledOrder(),
      decision: refund,
    },
    {
      what: "and the refund of the rest has failed",
      checkout: left(3985),
      medusa: cancelledOrder(500),
      decision: refund,
    },
    {
      what: "and all was given back",
      checkout: left(0),
      medusa: cancelledOrder(4485),
      decision: NOTHING,
    },
    {
      what: "and a request of ours is under way",
      checkout: left(4485, { has_unresolved_request: true }),
      medusa: cancelledOrder(),
      decision: { act: "wait" },
    },
    {
      what: "and a refund is fresh",
      checkout: left(3985),
      medusa: cancelledOrder(500, true),
      decision: { act: "wait" },
    },
    {
      what: "and a person keeps the money",
      checkout: left(4485, { orphan_policy: "keep" }),
      medusa: cancelledOrder(),
      decision: NOTHING,
    },
    {
      what: "and the debit was returned",
      checkout: left(4485, { dispute: "issue" }),
      medusa: cancelledOrder(),
      decision: { act: "report", attention: "disputed" },
    },
  ])
})

describe("a cart whose money came and went, or is spoken for", () => {
  const accepted = (more: Partial<CheckoutState>) => ({ status: "accepted" as const, ...more })
  check([
    {
      what: "all was given back, and secuconnect still calls it accepted",
      checkout: accepted({ effective_amount: 0 }),
      medusa: aCart(),
      decision: NOTHING,
    },
    {
      what: "the shop gives such money back, and that has happened",
      checkout: accepted({ effective_amount: 0, orphan_policy: "refund" }),
      medusa: aCart(),
      decision: NOTHING,
    },
    {
      what: "a person keeps the money and has made the order by hand",
      checkout: accepted({ effective_amount: 4485, orphan_policy: "keep" }),
      medusa: aCart(),
      decision: NOTHING,
    },
    {
      what: "the debit was returned before there was an order",
      checkout: accepted({ effective_amount: 4485, dispute: "issue" }),
      medusa: aCart(),
      decision: { act: "report", attention: "disputed" },
    },
    {
      what: "the shop gives such money back, and the debit was returned",
      checkout: accepted({ effective_amount: 4485, dispute: "issue", orphan_policy: "refund" }),
      medusa: null,
      decision: { act: "report", attention: "disputed" },
    },
  ])
})

describe("a waiting order whose money came and went before anybody looked", () => {
  const accepted = (more: Partial<CheckoutState>) => ({ status: "accepted" as const, ...more })
  check([
    {
      what: "all was given back",
      checkout: accepted({ effective_amount: 0 }),
      medusa: aWaitingOrder(),
      decision: { act: "report", attention: "payment_failed" },
    },
    {
      what: "a person has decided to keep it",
      checkout: accepted({ effective_amount: 4485, orphan_policy: "keep" }),
      medusa: aWaitingOrder(),
      decision: NOTHING,
    },
  ])
})

describe("a transfer that does not come", () => {
  const waits = { status: "waiting" as const, is_expired: true }
  check([
    {
      what: "is given up",
      checkout: waits,
      medusa: aWaitingOrder(),
      decision: { act: "expire_transfer" },
    },
    {
      what: "is not given up before its time",
      checkout: { status: "waiting" },
      medusa: aWaitingOrder(),
      decision: NOTHING,
    },
    {
      what: "of a cancelled order",
      checkout: waits,
      medusa: aWaitingOrder(canceled),
      decision: CANCEL,
    },
    {
      what: "and was given up",
      checkout: { status: "cancelled", was_expired: true },
      medusa: aWaitingOrder(),
      decision: { act: "report", attention: "payment_expired" },
    },
    {
      what: "and was given up, and the shop cancels such orders",
      checkout: { status: "cancelled", was_expired: true, cancels_expired: true },
      medusa: aWaitingOrder(),
      decision: { act: "cancel_order", order_id: "order_1" },
    },
    {
      what: "and was given up, and then the money came",
      checkout: { status: "accepted", was_expired: true },
      medusa: aWaitingOrder(),
      decision: { act: "book_capture", amount: 44.85 },
    },
    {
      what: "and was given up, the order was cancelled, and then the money came",
      checkout: { status: "accepted", was_expired: true },
      medusa: aWaitingOrder(canceled),
      decision: ORPHAN,
    },
  ])
})

describe("money that no order wants", () => {
  const accepted = (more: Partial<CheckoutState>) => ({ status: "accepted" as const, ...more })
  const refund: Decision = { act: "refund_unwanted" }
  check([
    { what: "is reported", checkout: accepted({}), medusa: null, decision: ORPHAN },
    {
      what: "is refunded",
      checkout: accepted({ orphan_policy: "refund" }),
      medusa: null,
      decision: refund,
    },
    {
      what: "is kept",
      checkout: accepted({ orphan_policy: "keep" }),
      medusa: null,
      decision: NOTHING,
    },
    {
      what: "has been given back",
      checkout: accepted({ effective_amount: 0 }),
      medusa: null,
      decision: NOTHING,
    },
    {
      what: "has a cart that may still be completed",
      checkout: accepted({ orphan_policy: "refund" }),
      medusa: aCart(),
      decision: { act: "complete_cart", cart_id: "cart_1" },
    },
    {
      what: "has a cart that had its chance",
      checkout: accepted({ orphan_policy: "refund", gives_up_cart: true }),
      medusa: aCart(),
      decision: refund,
    },
    {
      what: "was given back, and Medusa's payment without an order still says captured",
      checkout: { status: "cancelled", effective_amount: 0 },
      medusa: aCart({ payment: aPaymentOf("checkout_1", { captured: true }) }),
      decision: { act: "book_refund", amount: 4485, payment_id: "pay_1" },
    },
    {
      what: "differs from what was asked for, and a person gives it back",
      checkout: accepted({ orphan_policy: "refund", mismatch: "amount" }),
      medusa: aCart(),
      decision: refund,
    },
    {
      what: "differs from what was asked for, and nobody has decided",
      checkout: accepted({ mismatch: "amount" }),
      medusa: aCart(),
      decision: { act: "report", attention: "mismatch" },
    },
  ])
})

describe("a payment page that nobody came back to", () => {
  const open = { status: "open" as const, is_abandoned: true }
  check([
    { what: "is closed", checkout: open, medusa: aCart(), decision: CANCEL },
    {
      what: "is a trial",
      checkout: { ...open, is_test_payment: true },
      medusa: null,
      decision: CANCEL,
    },
    {
      what: "is a trial that was paid",
      checkout: { status: "accepted", is_test_payment: true },
      medusa: null,
      decision: NOTHING,
    },
    {
      what: "belongs to a payment link of an order, and nobody tried to pay",
      checkout: { status: "cancelled", tried: false },
      medusa: aWaitingOrder({ cart: null }),
      decision: NOTHING,
    },
  ])
})
