import { actionsOf, type Actionable } from "../../../../src/mapping/views/actions"
import {
  warningsOf,
  type Watched,
  type WatchedReport,
} from "../../../../src/mapping/views/warnings"

const calm: Watched = {
  status: "accepted",
  attention: null,
  mismatch: null,
  cart_changed: false,
  order_id: "order_1",
  orphan_resolution: null,
}
const refused: WatchedReport = {
  ...{ kind: "shipping_information", state: "refused", attempts: 3, problem: "no such carrier" },
}
const codes = (change: Partial<Watched>, reports: WatchedReport[] = []) =>
  warningsOf({ ...calm, ...change }, reports, null).map(({ code }) => code)

describe("what a person should look at", () => {
  it.each([
    ["nothing, when all is well", {}, []],
    ["what the sync has found", { attention: "disputed" }, ["disputed"]],
    ["a cart that was changed after the payment began", { cart_changed: true }, ["basket_changed"]],
    ["no changed cart while there is no order", { cart_changed: true, order_id: null }, []],
    [
      "both, the more pressing first",
      { attention: "payment_failed", cart_changed: true },
      ["payment_failed", "basket_changed"],
    ],
  ] as const)("%s", (_title, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it("a delivery that secuconnect did not take, with the reason", () => {
    expect(warningsOf(calm, [refused], null)).toEqual([
      { code: "delivery_not_reported", detail: "no such carrier" },
    ])
    expect(codes({}, [{ ...refused, state: "open" }])).toEqual([])
  })

  it("an invoice that does not become due, once, with the reason of its last shipment", () => {
    const last: WatchedReport = { ...refused, kind: "capture", problem: "not possible" }
    const attention = "delivery_not_reported"
    const told = [{ code: attention, detail: "not possible" }]
    expect(warningsOf({ ...calm, attention }, [refused, last], null)).toEqual(told)
    expect(warningsOf(calm, [refused, last], null)).toEqual(told)
  })

  it("the same beside what is more pressing", () => {
    expect(codes({ attention: "disputed" }, [refused])).toEqual([
      ...["disputed", "delivery_not_reported"],
    ])
  })

  it.each([
    ["accepted", "orphaned"],
    ["authorized", "order_not_placed"],
    ["waiting", "order_not_placed"],
  ] as const)("a payment without order that is %s: %s, with the reason", (status, code) => {
    const found = warningsOf(
      { ...calm, status, order_id: null, attention: "orphaned" },
      [],
      "out_of_stock",
    )
    expect(found).toEqual([{ code, detail: "out_of_stock" }])
  })

  it("what differs, where the payment is not what was asked for", () => {
    const found = warningsOf({ ...calm, attention: "mismatch", mismatch: "amount" }, [], null)
    expect(found).toEqual([{ code: "mismatch", detail: "amount" }])
  })
})

const paid: Actionable = {
  creation: "open",
  status: "accepted",
  status_detail: null,
  method: "creditcard",
  stx_id: "STX_1",
  order_id: "order_1",
  cart_id: "cart_1",
  attention: null,
  is_test_payment: false,
  amount_due: null,
  has_instructions: false,
  expired_at: null,
}
const waiting: Partial<Actionable> = { status: "waiting", has_instructions: true }
const orphan: Partial<Actionable> = { order_id: null, attention: "orphaned" }

describe("what can be done with a payment", () => {
  it.each([
    ["paid: report the delivery", {}, ["refresh", "report_delivery"]],
    ["not made at secuconnect: nothing", { creation: "not_created", stx_id: null }, []],
    ["not paid yet: look", { status: "open", order_id: null }, ["refresh"]],
    ["waits for a transfer: remind and cancel", waiting, ["refresh", "remind", "cancel"]],
    [
      "waits, and nobody knows for which account: cancel",
      { ...waiting, has_instructions: false },
      ["refresh", "cancel"],
    ],
    [
      "waits for more than the order needs: cancel",
      { ...waiting, attention: "transfer_too_high" },
      ["refresh", "cancel"],
    ],
    ["waits, not ordered yet: cancel", { ...waiting, order_id: null }, ["refresh", "cancel"]],
    [
      "authorised for an order: nothing, Medusa captures or cancels",
      { status: "authorized" },
      ["refresh"],
    ],
    [
      "authorised for more than its order needs: cancel, for it is never captured",
      { status: "authorized", attention: "authorization_too_high" },
      ["refresh", "cancel"],
    ],
    [
      "waits, and no order could be placed: cancel or place it",
      { ...waiting, ...orphan },
      ["refresh", "cancel", "complete"],
    ],
    [
      "authorised, and no order could be placed: the same",
      { ...orphan, status: "authorized" },
      ["refresh", "cancel", "complete"],
    ],
    [
      "the same without a cart: cancel",
      { ...orphan, status: "authorized", cart_id: null },
      ["refresh", "cancel"],
    ],
    [
      "a promise that differs: cancel",
      { status: "authorized", order_id: null, attention: "mismatch" },
      ["refresh", "cancel"],
    ],
    [
      "a promise that was given up and is not cancelled yet: cancel",
      { ...orphan, status: "authorized", expired_at: new Date() },
      ["refresh", "cancel"],
    ],
    [
      "money that came after the promise was given up: no order",
      { ...orphan, expired_at: new Date() },
      ["refresh", "refund", "keep"],
    ],
    ["money without an order: all three", orphan, ["refresh", "refund", "keep", "complete"]],
    [
      "the same without a cart: no order",
      { ...orphan, cart_id: null },
      ["refresh", "refund", "keep"],
    ],
    [
      "money for a cart that costs something else now: no order",
      { ...orphan, amount_due: { amount: 1, currency_code: "eur" } },
      ["refresh", "refund", "keep"],
    ],
    [
      "money of an order that was cancelled: nothing is delivered or placed again",
      { attention: "orphaned" },
      ["refresh", "refund", "keep"],
    ],
    [
      "money that differs: no order can want it",
      { order_id: null, attention: "mismatch" },
      ["refresh", "refund", "keep"],
    ],
    ["a trial: look", { ...orphan, is_test_payment: true }, ["refresh"]],
  ] satisfies [string, Partial<Actionable>, string[]][])("%s", (_title, change, expected) => {
    expect(actionsOf({ ...paid, ...change })).toEqual(expected)
  })
})
