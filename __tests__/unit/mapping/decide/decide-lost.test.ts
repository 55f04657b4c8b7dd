import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, MedusaPayment } from "../../../../src/mapping/decide/decision"
import { aCheckout, aPaidOrder, aPaymentOf } from "../support/worlds"

interface Row {
  what: string
  checkout?: Partial<CheckoutState>
  order?: { canceled?: boolean; needs?: number; waits_for_other?: boolean } | null
  payment?: Partial<MedusaPayment>
  decision: object
}

const told = { act: "report", attention: "payment_failed" }
const booked = { act: "book_refund", amount: 4485, payment_id: "pay_1" }
const nothing = { act: "nothing" }

const rows: Row[] = [
  { what: "the order wants it again: told", order: { needs: 4485 }, decision: told },
  { what: "of which a part is wanted: told", order: { needs: 1 }, decision: told },
  {
    what: "a part was refunded before, and the rest is wanted: told",
    order: { needs: 485 },
    payment: { refunded_amount: 4000 },
    decision: told,
  },
  { what: "nobody knows what is wanted: told", order: {}, decision: told },
  { what: "the order was paid otherwise: booked", order: { needs: 0 }, decision: booked },
  { what: "the order costs less by now: booked", order: { needs: -100 }, decision: booked },
  { what: "the order is cancelled: booked", order: { canceled: true }, decision: booked },
  {
    what: "a part was refunded before: the rest is booked",
    order: { needs: 0 },
    payment: { refunded_amount: 4000 },
    decision: { ...booked, amount: 485 },
  },
  {
    what: "beside another refund: later",
    order: { needs: 0 },
    payment: { refund_is_fresh: true },
    decision: { act: "wait" },
  },
  {
    what: "the statuses do not fit together: told, and the books stay",
    checkout: { is_unclear: true },
    order: { needs: 0 },
    decision: told,
  },
  {
    what: "a bank may have taken it, and no second reading has said so: the dispute goes on",
    checkout: { dispute: "lost", is_unclear: true },
    order: { needs: 0 },
    decision: { act: "report", attention: "disputed" },
  },
  {
    what: "a transfer was promised instead: told, as no dispute was before",
    order: { needs: 4485, waits_for_other: true },
    decision: told,
  },
  {
    what: "a bank has taken it, and a transfer was promised instead: the customer is not asked again",
    checkout: { dispute: "lost" },
    order: { needs: 4485, waits_for_other: true },
    decision: { act: "report", attention: "disputed" },
  },
  {
    what: "a bank has taken it, and nobody has promised more: told",
    checkout: { dispute: "lost" },
    order: { needs: 4485 },
    decision: told,
  },
  {
    what: "a bank has taken it, and it was paid otherwise: booked",
    checkout: { dispute: "lost" },
    order: { needs: 0 },
    decision: booked,
  },
  {
    what: "all of it is booked already",
    order: { needs: 0 },
    payment: { refunded_amount: 4485 },
    decision: nothing,
  },
  { what: "there is no order", order: null, decision: nothing },
  {
    what: "it was refunded: that is booked, paid otherwise or not",
    checkout: { effective_amount: 0 },
    order: { needs: 4485 },
    decision: booked,
  },
]

describe.each(["failed", "cancelled"] as const)(
  "money that was captured and has %s since",
  (status) => {
    it.each(rows)("$what", ({ checkout = {}, order = {}, payment = {}, decision }) => {
      const captured = aPaymentOf("checkout_1", { captured: true, ...payment })
      const whole = order && { id: "order_1", canceled: false, ...order }
      const medusa = aPaidOrder({ order: whole, payment: captured })
      expect(decide(aCheckout({ status, ...checkout }), medusa)).toEqual(decision)
    })
  },
)
