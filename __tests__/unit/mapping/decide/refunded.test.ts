import type { MedusaState } from "../../../../src/mapping/decide/decision"
import { refundedOf } from "../../../../src/mapping/decide/refunded"
import { aPaidOrder, aPaymentOf } from "../support/worlds"

const CHECKOUT = { id: "checkout_1", effective_amount: 4485 }
const paid = (refunded_amount: number, fields: Partial<MedusaState> = {}) =>
  aPaidOrder({
    payment: aPaymentOf("checkout_1", { captured: true, refunded_amount }),
    ...fields,
  })

it.each<[string, MedusaState | null, number | null, number]>([
  ["nothing went back", paid(0), 4485, 0],
  ["a part went back", paid(500), 3985, 500],
  ["all went back", paid(4485), 0, 4485],
  ["Medusa has not booked it yet", paid(0), 3985, 0],
  ["Medusa has booked a part of it", paid(200), 3985, 200],
  ["secuconnect did not carry it out", paid(500), 4485, 0],
  ["secuconnect carried out a part", paid(500), 4385, 100],
  ["nobody knows what is left", paid(500), null, 0],
  ["more is left than was booked", paid(500), 5000, 0],
  ["there is no order", paid(500, { order: null }), 3985, 0],
  ["there is no payment", aPaidOrder({ payment: null }), 3985, 0],
  ["the session is gone", null, 3985, 0],
  [
    "another checkout has paid",
    aPaidOrder({ payment: aPaymentOf("checkout_2", { captured: true, refunded_amount: 500 }) }),
    3985,
    0,
  ],
])("when %s", (...row) => {
  const [, medusa, effective_amount, refunded] = row
  expect(refundedOf({ ...CHECKOUT, effective_amount }, medusa)).toBe(refunded)
})
