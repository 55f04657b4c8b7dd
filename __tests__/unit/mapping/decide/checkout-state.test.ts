import { checkoutStateOf } from "../../../../src/mapping/decide/checkout-state"

const NOW = new Date("2026-03-10T12:00:00.000Z")
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const ROW = {
  id: "checkout_1",
  amount: 4485,
  currency_code: "eur",
  status: "accepted",
  method: "creditcard",
  mismatch: null,
  dispute: null,
  is_test_payment: false,
  effective_amount: 4485,
  order_id: null,
  surplus_amount: 0,
  cancel_requested_at: null,
  superseded_by: null,
  payments: [{}],
  created_at: ago(600),
  waiting_since: null,
  reminded_at: null,
  unclear_since: null,
  expired_at: null,
  attention: "orphaned",
  orphan_resolution: null,
} as const

const SETTINGS = {
  abandonAfterHours: 24,
  prepaymentExpiryDays: 14,
  cancelExpiredOrders: false,
  refundOrphans: true,
}

type Given = Partial<Parameters<typeof checkoutStateOf>[0] & Parameters<typeof checkoutStateOf>[1]>

const CIRCUMSTANCES = {
  settings: SETTINGS,
  has_unresolved_request: false,
  is_outranked: false,
  orphaned_at: ago(61),
  now: NOW,
}

const stateOf = (given: Given) =>
  checkoutStateOf({ ...ROW, ...given }, { ...CIRCUMSTANCES, ...given })

const asking = { settings: { ...SETTINGS, refundOrphans: false } }

describe("what is done with money that no order wants", () => {
  it.each([
    ["the setting refunds it", {}, "refund"],
    ["nobody has decided: a person is asked", asking, "ask"],
    ["a person keeps it, whatever the setting says", { orphan_resolution: "keep" }, "keep"],
    [
      "a person refunds it, without the setting",
      { ...asking, orphan_resolution: "refund" },
      "refund",
    ],
  ] as const)("%s", (_what, given, orphan_policy) => {
    expect(stateOf(given)).toMatchObject({ orphan_policy })
  })
})

describe("a cart that cannot be completed is given up", () => {
  it.each([
    ["by the setting, an hour after the shop was told", {}, true],
    ["not before that hour is over", { orphaned_at: ago(59) }, false],
    ["not before the shop was told", { orphaned_at: null }, false],
    ["not while it is not marked any more", { attention: null }, false],
    ["not without the setting, however old", { ...asking, orphaned_at: ago(6000) }, false],
    ["at once when a person refunds it", { ...asking, orphan_resolution: "refund" }, true],
    ["not where no payment is known", { effective_amount: null }, false],
  ] as const)("%s", (_what, given, gives_up_cart) => {
    expect(stateOf(given)).toMatchObject({ gives_up_cart })
  })
})

describe("what the row and the time say", () => {
  it.each([
    ["a page that is open for a day", { status: "open", created_at: ago(24 * 60) }, "is_abandoned"],
    [
      "a transfer that has not come for two weeks",
      { status: "waiting", method: "prepaid", waiting_since: ago(14 * 24 * 60) },
      "is_expired",
    ],
    ["a transfer that we gave up", { expired_at: ago(5) }, "was_expired"],
    ["a session that was deleted", { cancel_requested_at: ago(5) }, "cancel_requested"],
    ["a page that another one replaced", { superseded_by: "checkout_2" }, "superseded"],
  ] as const)("%s", (_what, given, flag) => {
    expect(stateOf(given)).toMatchObject({ [flag]: true })
    expect(stateOf({})).toMatchObject({ [flag]: false })
  })

  it("a transfer that waits was tried, a page without a payment was not", () => {
    expect(stateOf({ payments: [], waiting_since: ago(5) })).toMatchObject({ tried: true })
    expect(stateOf({ payments: null })).toMatchObject({ tried: false })
  })
})
