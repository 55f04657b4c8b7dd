import {
  needsOf,
  promisesBeside,
  withoutLost,
  type OrderMoney,
  type PaymentOfOrder,
} from "../../../../src/mapping/decide/order-needs"
import type { CheckoutStatus } from "../../../../src/mapping/status/status"

const aPayment = (session_id: string, fields: Partial<PaymentOfOrder> = {}): PaymentOfOrder => ({
  id: `pay_of_${session_id}`,
  session_id,
  checkout_id: `checkout_of_${session_id}`,
  created_at: new Date("2026-03-10T12:00:00.000Z"),
  amount: 3190,
  captured: false,
  canceled: false,
  unbooked: 0,
  refunded: 0,
  is_withdrawn: false,
  ...fields,
})
const later = { created_at: new Date("2026-03-10T12:01:00.000Z") }
const own = (fields: Partial<PaymentOfOrder> = {}) => aPayment("own", fields)
const other = (fields: Partial<PaymentOfOrder> = {}) => aPayment("other", fields)

interface Row {
  what: string
  outstanding?: number | null
  payments: PaymentOfOrder[]
  status?: CheckoutStatus
  needs: number | null
}

describe("what an order of 31.90 still needs of one checkout", () => {
  it.each<Row>([
    { what: "everything, where nothing else is there", payments: [], needs: 3190 },
    { what: "nothing, where another one is authorized", payments: [other()], needs: 0 },
    {
      what: "the rest, where another one is smaller",
      payments: [other({ amount: 1000 })],
      needs: 2190,
    },
    {
      what: "nothing, where money of another provider is authorized",
      payments: [other({ checkout_id: null })],
      needs: 0,
    },
    {
      what: "everything, where the other one was cancelled",
      payments: [other({ canceled: true })],
      needs: 3190,
    },
    {
      what: "everything, where an edit has put the other one aside",
      payments: [other({ is_withdrawn: true })],
      needs: 3190,
    },
    {
      what: "nothing, where the other one is captured",
      outstanding: 0,
      payments: [other({ captured: true })],
      needs: 0,
    },
    {
      what: "nothing, where the other one is captured this very moment",
      payments: [other({ captured: true, unbooked: 3190 })],
      needs: 0,
    },
    { what: "its own authorization, the older one", payments: [own(), other(later)], needs: 3190 },
    {
      what: "not its own authorization, the younger one",
      payments: [own(later), other()],
      needs: 0,
    },
    {
      what: "one of two that were made in the same millisecond",
      payments: [own({ id: "pay_b" }), other({ id: "pay_a" })],
      needs: 0,
    },
    {
      what: "its own money that is in, before an older promise",
      payments: [own(later), other()],
      status: "accepted",
      needs: 3190,
    },
    {
      what: "not its own, which has failed, while a younger one is authorized",
      payments: [own(), other(later)],
      status: "failed",
      needs: 0,
    },
    {
      what: "all of it again, where its own money was captured and is lost: a promise is no money",
      payments: [own({ captured: true }), other(later)],
      status: "failed",
      needs: 3190,
    },
    { what: "what an edit has added as well", outstanding: 4785, payments: [other()], needs: 1595 },
    {
      what: "less than nothing, where it is to give back",
      outstanding: -500,
      payments: [],
      needs: -500,
    },
    {
      what: "nobody knows what, where Medusa does not say",
      outstanding: null,
      payments: [],
      needs: null,
    },
  ])("$what", ({ outstanding = 3190, payments, status = "authorized", needs }) => {
    const order = { number: "#12", currency_code: "eur", canceled: false, coming_back: 0 }
    const money: OrderMoney = { ...order, outstanding, payments }
    const promises = promisesBeside(money, "own")
    expect(needsOf(money, { session_id: "own", status }, promises)).toBe(needs)
  })
})

describe("an order that asks for 17.95 and expects 15.95 back, so that a difference of 2.00 is open", () => {
  const difference = (fields: Partial<PaymentOfOrder> = {}) => other({ amount: 200, ...fields })

  it.each<[string, Pick<Row, "payments" | "outstanding" | "status" | "needs">]>([
    ["needs the difference", { payments: [], needs: 1795 }],
    ["needs nothing more once it is captured", { outstanding: 1595, payments: [], needs: 0 }],
    [
      "nor while its capture is being booked",
      { payments: [difference({ captured: true, unbooked: 200 })], needs: 0 },
    ],
    ["nor while it is authorized", { payments: [difference()], needs: 0 }],
    [
      "nor of a second authorization",
      { payments: [own({ ...later, amount: 200 }), difference()], needs: 0 },
    ],
    ["needs the older one", { payments: [own({ amount: 200 }), difference(later)], needs: 1795 }],
    [
      "nor of another one that is in as well",
      { outstanding: 1595, payments: [own({ amount: 200 })], status: "accepted", needs: 0 },
    ],
  ])("%s", (_what, { outstanding = 1795, payments, status = "authorized", needs }) => {
    const order = { number: "#12", currency_code: "eur", canceled: false, coming_back: 1595 }
    const money: OrderMoney = { ...order, outstanding, payments }
    const promises = promisesBeside(money, "own")
    expect(needsOf(money, { session_id: "own", status }, promises)).toBe(needs)
  })
})

describe("captured money that is lost counts as none", () => {
  const returned = ["checkout_of_other"]
  const order = (payment: PaymentOfOrder, outstanding: number | null): OrderMoney => ({
    ...{ number: "#7", currency_code: "eur", canceled: false, coming_back: 0, outstanding },
    payments: [payment],
  })

  it.each<[string, PaymentOfOrder, ...(number | null)[]]>([
    ["captured: the order wants it once more", other({ captured: true }), 0, 3190],
    ["beside what is open anyway", other({ captured: true }), 500, 3690],
    ["of which a part was refunded", other({ captured: true, refunded: 1000 }), 0, 2190],
    ["once another payment has taken its place", other({ captured: true }), -3190, 0],
    ["not captured: it is no money yet", other(), 3190, 3190],
    ["of another checkout", own({ captured: true }), 0, 0],
    ["of another provider", other({ captured: true, checkout_id: null }), 0, 0],
    ["where nobody knows", other({ captured: true }), null, null],
  ])("%s", (_what, payment, ...[outstanding = null, expected]) => {
    expect(withoutLost(order(payment, outstanding), returned).outstanding).toBe(expected)
  })
})
