import { actionsOf, type Actionable } from "../../../../src/mapping/views/actions"
import { warningsOf, type Watched } from "../../../../src/mapping/views/warnings"

const calm: Watched = {
  attention: null,
  mismatch: null,
  cart_changed: false,
  order_id: "order_1",
  orphan_resolution: null,
}
const refused = { state: "refused", attempts: 3, problem: "no such carrier" }
const codes = (change: Partial<Watched>, reports: (typeof refused)[] = []) =>
  warningsOf({ ...calm, ...change }, reports).map(({ code }) => code)

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
    expect(warningsOf(calm, [refused])).toEqual([
      { code: "delivery_not_reported", detail: "no such carrier" },
    ])
    expect(codes({}, [{ ...refused, state: "open" }])).toEqual([])
  })

  it("what differs, where the payment is not what was asked for", () => {
    const found = warningsOf({ ...calm, attention: "mismatch", mismatch: "amount" }, [])
    expect(found).toEqual([{ code: "mismatch", detail: "amount" }])
  })
})

const paid: Actionable = {
  creation: "open",
  status: "accepted",
  method: "creditcard",
  stx_id: "STX_1",
  order_id: "order_1",
  cart_id: "cart_1",
  attention: null,
  is_test_payment: false,
  has_instructions: false,
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
    ["waits without an order: look", { ...waiting, order_id: null }, ["refresh"]],
    ["money without an order: all three", orphan, ["refresh", "refund", "keep", "complete"]],
    [
      "the same without a cart: no order",
      { ...orphan, cart_id: null },
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
