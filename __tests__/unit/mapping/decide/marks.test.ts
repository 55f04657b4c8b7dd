import { SESSION_DELETED, type MedusaState } from "../../../../src/mapping/decide/decision"
import { outcomeOfStep, type Outcome, type Step } from "../../../../src/mapping/decide/outcome"
import type { Attention } from "../../../../src/mapping/words/findings"
import { aCart, anAuthorizedOrder, aPaidOrder, aPaymentOf, aWaitingOrder } from "../support/worlds"

const NOW = new Date("2026-03-10T12:00:00.000Z")
const LONG_AGO = new Date("2026-03-01T12:00:00.000Z")

const checkout: Step["checkout"] = {
  ...{ id: "checkout_1", status: "accepted", method: "prepaid", dispute: null },
  ...{ amount: 3_190, currency_code: "eur", effective_amount: 3_190, amount_due: null },
  is_cart_compared: true,
  ...{
    attention: "mismatch",
    order_id: "order_1",
    order_display_id: 1,
    payment_collection_id: null,
    payments: [],
  },
  ...{ instructions: {}, status_detail: null, unclear_since: null, expired_at: LONG_AGO },
  ...{ waiting_since: LONG_AGO, reminded_at: null, created_at: LONG_AGO, checks: 3 },
}

const rowAfter = (medusa: MedusaState | null, fields: Partial<Step["checkout"]> = {}) =>
  outcomeOfStep({
    checkout: { ...checkout, ...fields },
    ...{
      decision: { act: "nothing" },
      problem: null,
      failing_since: null,
      after: medusa,
      is_scheduled: true,
    },
    ...{ limits: { abandonAfterHours: 24 }, now: NOW },
  }).row

/** What others may have written since the row was read. */
const MARKS = new Set(["waiting_since", "reminded_at", "expired_at", "cancel_requested_at"])
const marksIn = (row: Outcome["row"]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => MARKS.has(name)))

describe("what a step says of a checkout, whatever was said before", () => {
  it.each<[string, MedusaState | null, boolean]>([
    ["captured for it", aPaidOrder(), true],
    [
      "captured for it and refunded in part",
      aPaidOrder({
        payment: aPaymentOf("checkout_1", { captured: true, refunded_amount: 100 }),
      }),
      true,
    ],
    ["authorised for it", anAuthorizedOrder(), true],
    [
      "authorised for it and cancelled",
      anAuthorizedOrder({ payment: aPaymentOf("checkout_1", { canceled: true }) }),
      false,
    ],
    ["captured for it, and no order", aPaidOrder({ order: null }), false],
    [
      "captured for another checkout",
      aPaidOrder({ payment: aPaymentOf("checkout_2", { captured: true }) }),
      false,
    ],
    ["waiting for the transfer", aWaitingOrder(), false],
    ["a cart", aCart(), false],
    ["nothing any more", null, false],
  ])("Medusa holds %s: booked is %s", (_what, medusa, is_booked) => {
    expect(rowAfter(medusa).is_booked).toBe(is_booked)
  })

  it("needs nobody any more", () => {
    expect(rowAfter(aPaidOrder()).attention).toBeNull()
  })

  it.each<[string, MedusaState, Pick<Outcome["row"], "expired_at">]>([
    ["came all the same and is booked", aPaidOrder(), { expired_at: null }],
    ["is still waited for", aWaitingOrder(), {}],
    ["came for a cart that gets no order any more", aCart(), {}],
  ])("was given up, and %s", (_what, medusa, written) => {
    expect(marksIn(rowAfter(medusa))).toEqual(written)
  })

  const waits = { status: "waiting" } as const
  const steps = [
    { what: "has waited for long", before: waits, medusa: aWaitingOrder(), written: {} },
    {
      what: "begins to wait",
      before: { ...waits, waiting_since: null },
      medusa: aWaitingOrder(),
      written: { waiting_since: NOW },
    },
    {
      what: "was reminded of and is paid",
      before: { reminded_at: LONG_AGO },
      medusa: aPaidOrder(),
      written: { expired_at: null },
    },
    {
      what: "was never given up and is booked",
      before: { expired_at: null },
      medusa: aPaidOrder(),
      written: {},
    },
  ]
  it.each(steps)("$what: only what it changes is written", ({ before, medusa, written }) => {
    expect(marksIn(rowAfter(medusa, before))).toEqual(written)
  })
})

describe("whether it is told that the order costs something else than was paid", () => {
  const due = (amount: number) => ({ amount_due: { amount, currency_code: "eur" } })

  it.each<[string, MedusaState, Attention | null]>([
    ["it costs more", aPaidOrder(due(5_000)), "amount_differs"],
    [
      "it costs less, and has no payment yet",
      aPaidOrder({ ...due(10), payment: null }),
      "amount_differs",
    ],
    ["others pay for all of it, and it has this one too", aPaidOrder(due(0)), "amount_differs"],
    ["others pay for all of it, and were faster", aPaidOrder({ ...due(0), payment: null }), null],
    [
      "another checkout of the session pays for all of it",
      aPaidOrder({ ...due(0), payment: aPaymentOf("checkout_2", { captured: true }) }),
      null,
    ],
  ])("%s", (_what, medusa, attention) => {
    expect(rowAfter(medusa).attention).toBe(attention)
  })
})

describe("whether an order is compared with what its customer was shown", () => {
  const comparesCart = (row: Partial<Step["checkout"]>, after: MedusaState | null) =>
    outcomeOfStep({
      checkout: { ...checkout, attention: null, order_id: null, is_cart_compared: false, ...row },
      ...{ decision: { act: "nothing" }, problem: null, failing_since: null, after },
      ...{ is_scheduled: true, limits: { abandonAfterHours: 24 }, now: NOW },
    }).compares_cart

  const ordered = { order_id: "order_1" }

  it.each<[string, Partial<Step["checkout"]>, MedusaState | null]>([
    ["the order has just come", {}, aPaidOrder()],
    ["it came before, and the cart could not be read then", ordered, aPaidOrder()],
  ])("yes: %s", (_what, row, after) => {
    expect(comparesCart(row, after)).toBe(true)
  })

  it.each<[string, Partial<Step["checkout"]>, MedusaState | null]>([
    ["there is no order yet", {}, aCart()],
    ["it was compared before", { ...ordered, is_cart_compared: true }, aPaidOrder()],
    ["a link was paid: there is no cart", {}, aPaidOrder({ cart: null })],
    ["its session is gone", {}, aPaidOrder({ session_status: SESSION_DELETED })],
  ])("no: %s", (_what, row, after) => {
    expect(comparesCart(row, after)).toBe(false)
  })
})

describe("whether the customer is reminded of a transfer, two days after three were set", () => {
  const remindsOf = (order: Partial<NonNullable<MedusaState["order"]>>) =>
    outcomeOfStep({
      checkout: { ...checkout, status: "waiting", attention: null, effective_amount: null },
      ...{ decision: { act: "nothing" }, problem: null, failing_since: null },
      after: aWaitingOrder({ order: { id: "order_1", canceled: false, ...order } }),
      ...{ is_scheduled: true, now: NOW },
      limits: { abandonAfterHours: 24, prepaymentReminderDays: [3] },
    }).events.includes("secuconnect.payment_reminder")

  it.each<[string, Partial<NonNullable<MedusaState["order"]>>, boolean]>([
    ["it is the only one", {}, true],
    ["an older one waits too", { waits_for_other: true, waits_for_newer: false }, true],
    ["a newer one waits too: of that one", { waits_for_other: true, waits_for_newer: true }, false],
    ["the order was cancelled", { canceled: true }, false],
  ])("%s", (_what, order, expected) => {
    expect(remindsOf(order)).toBe(expected)
  })
})
