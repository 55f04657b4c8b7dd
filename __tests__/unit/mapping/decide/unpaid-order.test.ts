import type { PaymentOfUnpaidOrder } from "../../../../src/mapping/decide/overdue-order"
import {
  decideUnpaidOrder,
  type UnpaidOrderState,
} from "../../../../src/mapping/decide/unpaid-order"

const NOW = new Date("2026-11-27T12:00:00Z")
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR)
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)

const OPEN = { canceled: false, open: 3190, has_money: false, has_credit: false }

/** Placed three days ago, with three days' time. */
function decided(change: Partial<UnpaidOrderState>) {
  const order = { ...OPEN, ...change.order }
  const state = { placed_at: hoursAgo(72), hours: 72, now: NOW, payments: [], ...change }
  return decideUnpaidOrder({ ...state, order: change.order === null ? null : order })
}

const payment = (change: Partial<PaymentOfUnpaidOrder>): PaymentOfUnpaidOrder => ({
  ...{ status: "open", is_checked: false, is_unclear: false },
  ...change,
})

describe("an order that was placed before its payment", () => {
  it.each([
    ["an hour before its time, until then", 71, inMinutes(60)],
    ["shortly before its time, until then", 71.5, inMinutes(30)],
    ["long before its time, an hour: the setting may change", 1, inMinutes(60)],
  ])("waits %s", (_when, hours, until) => {
    expect(decided({ placed_at: hoursAgo(hours) })).toEqual({ act: "wait", until })
  })

  it("is cancelled when its time is over and nobody has begun to pay", () => {
    expect(decided({})).toEqual({ act: "cancel" })
  })

  it("is cancelled by the hours that are set now, not by those of when it was placed", () => {
    expect(decided({ placed_at: hoursAgo(25), hours: 24 })).toEqual({ act: "cancel" })
    expect(decided({ hours: 96 })).toMatchObject({ act: "wait" })
  })

  it.each([
    ["cancelled by somebody", { ...OPEN, canceled: true }, "cancelled"],
    ["paid", { ...OPEN, open: 0 }, "paid"],
    ["overpaid", { ...OPEN, open: -1 }, "paid"],
    [
      "paid in part, by whomever: cancelling would give it back",
      { ...OPEN, has_money: true },
      "paid",
    ],
  ])("that was %s is waited for no more, whatever the time", (_what, order, reason) => {
    for (const hours of [1, 72, 1000]) {
      expect(decided({ order, placed_at: hoursAgo(hours) })).toEqual({ act: "end", reason })
    }
  })

  it.each([
    ["is checked", { is_checked: true, status: "waiting" }],
    ["is in and not booked yet", { is_checked: true, status: "accepted" }],
    ["has a status that nobody knows", { status: "unknown" }],
    ["has statuses that do not fit together", { is_unclear: true, status: "failed" }],
  ] as const)("is left as it is while a payment of it %s", (_what, change) => {
    const payments = [payment({ status: "failed" }), payment(change), payment({})]
    const why = "a payment of it is still being checked"
    expect(decided({ payments })).toEqual({ act: "wait", until: inMinutes(10), why })
  })

  it("of which a gift card has paid a part is left to a person: cancelling would not give that back", () => {
    const order = { ...OPEN, has_credit: true }
    const decision = decided({ order })
    expect(decision.act).toBe("wait")
    expect("why" in decision && decision.why).toContain("gift card")
    expect(decided({ order: { ...order, open: 0 } })).toEqual({ act: "end", reason: "paid" })
  })

  it("is left as it is while nobody knows what it costs", () => {
    expect(decided({ order: { ...OPEN, open: null } })).toMatchObject({ act: "wait" })
  })

  it("that waits for a transfer by then goes on by the rules of transfers, open pages or not", () => {
    const payments = [payment({ status: "waiting" }), payment({})]
    expect(decided({ payments })).toEqual({ act: "end", reason: "transfer" })
    expect(decided({ payments, placed_at: hoursAgo(1) })).toMatchObject({ act: "wait" })
  })

  it.each([
    ["that is open", "open"],
    ["that was never read", null],
  ] as const)("with a payment page %s: that is closed first", (_what, status) => {
    const payments = [payment({ status: "cancelled" }), payment({ status })]
    expect(decided({ payments })).toEqual({ act: "close_pages" })
  })

  it("is cancelled when every payment of it has come to nothing", () => {
    const payments = [payment({ status: "failed" }), payment({ status: "cancelled" })]
    expect(decided({ payments })).toEqual({ act: "cancel" })
  })

  it("that its completion has taken back is looked for during a day", () => {
    const lost = { order: null, placed_at: hoursAgo(23) }
    expect(decided(lost)).toEqual({ act: "wait", until: inMinutes(360) })
    expect(decided({ ...lost, placed_at: hoursAgo(25) })).toEqual({ act: "wait", until: null })
  })
})
