import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, Decision, MedusaState } from "../../../../src/mapping/decide/decision"
import { nextDue, type DueInput } from "../../../../src/mapping/decide/next-due"
import {
  aCart,
  aCheckout,
  anAuthorizedOrder,
  aPaidOrder,
  aPaymentOf,
  aWaitingOrder,
} from "../support/worlds"

const told = (attention: string) => ({ act: "report", attention })
const UNCLEAR = { is_unclear: true }
const FOR_LONG = { is_unclear: true, is_unclear_for_long: true }
const canceled = { order: { id: "order_1", canceled: true } }

type Row = [string, Partial<CheckoutState>, MedusaState | null, object]

describe("while the statuses at secuconnect do not fit together", () => {
  it.each<Row>([
    [
      "nothing expires",
      { status: "waiting", is_expired: true },
      aWaitingOrder(),
      { act: "nothing" },
    ],
    [
      "no promise of a cart that is gone is cancelled",
      { status: "waiting" },
      null,
      { act: "nothing" },
    ],
    [
      "no authorisation of a cancelled order is cancelled",
      { status: "authorized" },
      aWaitingOrder(canceled),
      { act: "nothing" },
    ],
    ["no order is taken for lost", { status: "unknown" }, aWaitingOrder(), { act: "nothing" }],
    [
      "an order is placed on what is promised",
      { status: "waiting" },
      aCart(),
      { act: "complete_cart", cart_id: "cart_1" },
    ],
    [
      "money that is in is booked",
      { status: "accepted", effective_amount: 4485 },
      aWaitingOrder(),
      { act: "book_capture", amount: 44.85 },
    ],
    [
      "money that nobody wants is told at once",
      { status: "accepted", effective_amount: 4485 },
      null,
      told("orphaned"),
    ],
    [
      "a payment that failed is told at once",
      { status: "failed" },
      aWaitingOrder(),
      told("payment_failed"),
    ],
  ])("%s", (...[, checkout, medusa, decision]) => {
    expect(decide(aCheckout({ ...UNCLEAR, ...checkout }), medusa)).toEqual(decision)
  })

  it.each<Row>([
    [
      "of an order that waits",
      { status: "waiting", is_expired: true },
      aWaitingOrder(),
      told("status_unclear"),
    ],
    [
      "of an order that is authorised",
      { status: "waiting" },
      anAuthorizedOrder(),
      told("status_unclear"),
    ],
    [
      "of an order that was booked and whose payment is on hold now",
      { status: "waiting" },
      aPaidOrder(),
      told("status_unclear"),
    ],
    ["of a promise whose cart is gone", { status: "waiting" }, null, told("status_unclear")],
    ["of a status that nobody knows", { status: "unknown" }, aCart(), told("status_unclear")],
    [
      "of an order that is paid",
      { status: "accepted", effective_amount: 4485 },
      aPaidOrder(),
      told("status_unclear"),
    ],
    [
      "but not instead of money without order",
      { status: "accepted", effective_amount: 4485 },
      null,
      told("orphaned"),
    ],
    [
      "but not instead of a dispute",
      { status: "accepted", dispute: "issue" },
      aPaidOrder(),
      told("disputed"),
    ],
    [
      "but not of a test payment",
      { status: "unknown", is_test_payment: true },
      null,
      { act: "nothing" },
    ],
  ])("a person is told after a while %s", (...[, checkout, medusa, decision]) => {
    expect(decide(aCheckout({ ...FOR_LONG, ...checkout }), medusa)).toEqual(decision)
  })
})

describe("money that is in twice in one Smart Transaction", () => {
  const paid = { status: "accepted", effective_amount: 4485, surplus_amount: 4485 } as const
  const partly = aPaidOrder({
    payment: aPaymentOf("checkout_1", { captured: true, refunded_amount: 1000 }),
  })
  it.each<Row>([
    ["is told when one has paid for the order", {}, aPaidOrder(), told("paid_twice")],
    [
      "is told when a part was refunded as well",
      { effective_amount: 3485 },
      partly,
      told("paid_twice"),
    ],
    [
      "is told when only a part of the second is left",
      { surplus_amount: 1 },
      aPaidOrder(),
      told("paid_twice"),
    ],
    [
      "is told no more when the second is gone",
      { surplus_amount: 0 },
      aPaidOrder(),
      { act: "nothing" },
    ],
    ["pays for the order first", {}, aWaitingOrder(), { act: "book_capture", amount: 44.85 }],
    ["is a payment without order where there is none", {}, null, told("orphaned")],
  ])("%s", (...[, checkout, medusa, decision]) => {
    expect(decide(aCheckout({ ...paid, ...checkout }), medusa)).toEqual(decision)
  })
})

describe("money against a Smart Transaction that has failed", () => {
  const contradicted = { status: "accepted", mismatch: "status", effective_amount: 4485 } as const
  it.each<Row>([
    ["places no order", {}, aCart(), told("mismatch")],
    ["is not booked on an order that waits", {}, aWaitingOrder(), told("mismatch")],
    [
      "goes back when a person says so",
      { orphan_policy: "refund" },
      aCart(),
      { act: "refund_unwanted" },
    ],
    ["stays when a person says so", { orphan_policy: "keep" }, aCart(), { act: "nothing" }],
    ["changes nothing at an order on which it is booked", {}, aPaidOrder(), { act: "nothing" }],
  ])("%s", (...[, checkout, medusa, decision]) => {
    expect(decide(aCheckout({ ...contradicted, ...checkout }), medusa)).toEqual(decision)
  })
})

const NOW = new Date("2026-03-10T12:00:00.000Z")
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

describe("when statuses that do not fit together are read again", () => {
  const due = (minutesAgo: number, status: CheckoutState["status"], decision: Decision) => {
    const checkout: DueInput["checkout"] = {
      ...{ status, method: "prepaid", created_at: inMinutes(-3000), waiting_since: null },
      ...{ reminded_at: null, order_id: "order_1", unclear_since: inMinutes(-minutesAgo) },
      payments: null,
    }
    const result = {
      status,
      attention: null,
      decision,
      problem: null,
      fails_on: false,
      after: aPaidOrder(),
    }
    const limits = { abandonAfterHours: 24 }
    return nextDue({ checkout, checks: 200, result, attention: null, limits, now: NOW })
  }
  it.each([
    ["a minute later at first", 0, 1],
    ["a minute later until a person is told", 9, 1],
    ["hourly then", 10, 60],
    ["hourly for a day", 24 * 60 - 1, 60],
    ["daily after that", 24 * 60, 24 * 60],
    ["daily for ever", 90 * 24 * 60, 24 * 60],
  ])("%s, whatever the status is", (_what, ago, minutes) => {
    for (const status of ["waiting", "accepted", "failed", "cancelled", "unknown"] as const) {
      expect(due(ago, status, { act: "nothing" })).toEqual(inMinutes(minutes))
    }
  })
})
