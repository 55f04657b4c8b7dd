import { isBeingChecked, type PaymentOfPage } from "../../../../src/mapping/page/being-checked"

const PAYMENT: PaymentOfPage = {
  ...{ status: "open", order_id: null, orphan_resolution: null, is_booked: false },
}
const ORDER = { order_id: "order_1" }

it.each<[string, Partial<PaymentOfPage>, boolean]>([
  ["nobody has paid yet", {}, false],
  ["declined", { status: "failed" }, false],
  ["cancelled", { status: "cancelled", ...ORDER }, false],
  ["paid and booked", { status: "accepted", ...ORDER, is_booked: true }, false],
  ["authorized and booked", { status: "authorized", ...ORDER, is_booked: true }, false],
  ["paid, and its order does not know yet", { status: "accepted" }, true],
  ["authorized, and its order does not know yet", { status: "authorized" }, true],
  ["a transfer that has come and is not booked yet", { status: "accepted", ...ORDER }, true],
  ["a transfer that is waited for", { status: "waiting", ...ORDER }, false],
  ["a debit in risk check", { status: "waiting", status_detail: "in_review", ...ORDER }, true],
  ["a status that nobody knows", { status: "unknown", ...ORDER }, true],
  ["money that no order wants", { status: "accepted", attention: "orphaned", ...ORDER }, true],
  ["money that differs", { status: "accepted", attention: "mismatch" }, true],
  [
    "booked on an order that costs more",
    { status: "accepted", attention: "amount_differs", is_booked: true, ...ORDER },
    false,
  ],
  [
    "for an order that costs more, and not booked yet",
    { status: "accepted", attention: "amount_differs", ...ORDER },
    true,
  ],
  ["the same, a person keeps it", { status: "accepted", orphan_resolution: "keep" }, false],
  ["the same, it went back", { status: "accepted", effective_amount: 0 }, false],
  [
    "an authorization that is not needed and could not be cancelled",
    { status: "authorized", attention: "not_cancelled", ...ORDER },
    false,
  ],
])("%s: being checked?", (_what, payment, expected) => {
  expect(isBeingChecked({ ...PAYMENT, ...payment })).toBe(expected)
})
