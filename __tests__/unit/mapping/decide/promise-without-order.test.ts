import { checkoutStateOf } from "../../../../src/mapping/decide/checkout-state"
import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, MedusaState } from "../../../../src/mapping/decide/decision"
import { aCart, aCheckout, aWaitingOrder } from "../support/worlds"

const HOUR = 3_600_000
const NOW = new Date("2026-03-10T12:00:00.000Z")
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR)

const COMPLETE = { act: "complete_cart", cart_id: "cart_1" }
const GIVE_UP = { act: "give_up_promise" }
const CANCEL = { act: "cancel_transaction" }
const PROMISES = ["authorized", "waiting"] as const

const over = { gives_up_promise: true }
const givenUp = { was_expired: true }

interface Row {
  what: string
  checkout: Partial<CheckoutState>
  medusa?: MedusaState | null
  decision: object
}

describe.each(PROMISES)("a payment that is %s and has no order", (status) => {
  it.each<Row>([
    { what: "is tried again while there is time", checkout: {}, decision: COMPLETE },
    { what: "is given up when the time is over", checkout: over, decision: GIVE_UP },
    {
      what: "that differs is told while there is time",
      checkout: { mismatch: "amount" },
      decision: { act: "report", attention: "mismatch" },
    },
    {
      what: "that differs is given up when the time is over",
      checkout: { ...over, mismatch: "amount" },
      decision: GIVE_UP,
    },
    {
      what: "and no session any more is cancelled at once",
      checkout: {},
      medusa: null,
      decision: CANCEL,
    },
    {
      what: "and was given up is cancelled until it is, and never ordered",
      checkout: givenUp,
      decision: CANCEL,
    },
    {
      what: "and was given up is cancelled again and not given up again",
      checkout: { ...givenUp, ...over },
      decision: CANCEL,
    },
  ])("$what", ({ checkout, medusa = aCart(), decision }) => {
    expect(decide(aCheckout({ status, ...checkout }), medusa)).toEqual(decision)
  })
})

it.each([
  ["is told: no order is placed any more", "ask", { act: "report", attention: "orphaned" }],
  ["goes back where the shop wants that", "refund", { act: "refund_unwanted" }],
] as const)("money that comes after the promise was given up %s", (_what, orphan_policy, told) => {
  const late = aCheckout({ status: "accepted", was_expired: true, orphan_policy })
  expect(decide(late, aCart())).toEqual(told)
})

it("money that comes late for an order whose transfer expired is booked on the order", () => {
  const late = aCheckout({ status: "accepted", was_expired: true })
  expect(decide(late, aWaitingOrder())).toEqual({ act: "book_capture", amount: 44.85 })
})

describe("the time of a promise without an order", () => {
  const row = {
    ...{ id: "checkout_1", method: "paypal", mismatch: null, dispute: null },
    ...{ is_test_payment: false, amount: 4485, currency_code: "eur" },
    ...{ effective_amount: null, cancel_requested_at: null },
    ...{ superseded_by: null, payments: [{}], waiting_since: null, reminded_at: null },
    ...{
      expired_at: null,
      unclear_since: null,
      surplus_amount: 0,
      orphan_resolution: null,
      order_id: null,
      attention: "orphaned",
    },
  }
  const settings = { abandonAfterHours: 48, cancelExpiredOrders: false, refundOrphans: false }
  const found = {
    settings,
    has_unresolved_request: false,
    is_outranked: false,
    orphaned_at: null,
    now: NOW,
  }

  it.each([
    ["is over after the setting's hours", {}, true],
    ["is not over before", { created_at: ago(47) }, false],
    ["is over for one that differs, too", { attention: "mismatch" }, true],
    ["has not begun for one that nobody was told of", { attention: null }, false],
    ["does not run once there is an order", { order_id: "order_1" }, false],
    ["does not run for money that is in", { status: "accepted" as const }, false],
  ])("%s", (_what, given, gives_up_promise) => {
    for (const status of PROMISES) {
      const checkout = { ...row, status, created_at: ago(49), ...given }
      expect(checkoutStateOf(checkout, found)).toMatchObject({ gives_up_promise })
    }
  })
})
