import { overdueOrders } from "../../../../src/mapping/laws/overdue-orders"
import { unknownPayments } from "../../../../src/mapping/laws/unknown-payments"
import { NOW, daysAgo } from "./support/cases"

const OF_OURS = { id: "pay_1", order_id: "order_1", amount: "31.9", currency_code: "eur" }

const [known, lost, started] = [
  { checkout_id: "scchk_1", ...OF_OURS },
  { checkout_id: "scchk_gone", ...OF_OURS, id: "pay_2" },
  { checkout_id: null, ...OF_OURS, id: "pay_3", order_id: null },
]
const UNKNOWN = unknownPayments([known, lost, started], new Set(["scchk_1"]))

it("a payment in Medusa is unknown whose checkout is not in the ledger, or that names none", () => {
  const sums = { currency_code: "eur", expected: 0, found: 3190 }
  expect(UNKNOWN).toEqual([
    { code: "payment_unknown", reference: "pay_2", order_id: "order_1", ...sums },
    { code: "payment_unknown", reference: "pay_3", order_id: null, ...sums },
  ])
})

const FIRST = {
  ...{ id: "scuno_1", order_id: "order_1", status: "pending" },
  ...{ currency_code: "eur", pending_difference: 31.9 },
}

describe.each([
  { what: "three days and more than one more", placed_at: daysAgo(4.1), broken: true },
  { what: "three days and less than one more", placed_at: daysAgo(3.9), broken: false },
  { what: "long ago, canceled", placed_at: daysAgo(9), status: "canceled", broken: false },
  { what: "long ago, paid", placed_at: daysAgo(9), pending_difference: 0, broken: false },
])("an order that came first, $what", ({ broken, ...fields }) => {
  const found = overdueOrders([{ ...FIRST, ...fields }], { orderFirstHours: 72, now: NOW })
  it(broken ? "is too old" : "is not too old", () => {
    const breach = { code: "order_first_too_old", reference: "scuno_1", order_id: "order_1" }
    const sums = { currency_code: "eur", expected: 0, found: 3190 }
    expect(found).toEqual(broken ? [{ ...breach, ...sums }] : [])
  })
})
