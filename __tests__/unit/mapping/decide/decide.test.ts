import { MathBN } from "@medusajs/framework/utils"
import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, MedusaState } from "../../../../src/mapping/decide/decision"
import type { CheckoutStatus } from "../../../../src/mapping/status/status"
import {
  aCart,
  aCheckout,
  anAuthorizedOrder,
  aPaidOrder,
  aPaymentOf,
  aWaitingOrder,
} from "../support/worlds"

const COMPLETE = { act: "complete_cart", cart_id: "cart_1" }
const BOOK = { act: "book_capture", amount: 44.85 }
const AUTHORIZE = { act: "book_authorization" }
const CANCEL = { act: "cancel_transaction" }
const FAIL = { act: "fail_session" }
const FORGET = { act: "forget_cancellation" }
const NOTHING = { act: "nothing" }
const ORPHAN = { act: "report", attention: "orphaned" }
const LOST = { act: "report", attention: "payment_failed" }
const MISMATCH = { act: "report", attention: "mismatch" }

/** The session has been deleted. */
const GONE = null
const otherPaid = { payment: aPaymentOf("checkout_2", { captured: true }) }
const refunded = { payment: aPaymentOf("checkout_1", { captured: true, refunded_amount: 4485 }) }
const otherAuthorized = { payment: aPaymentOf("checkout_2") }
const canceled = { order: { id: "order_1", canceled: true } }
const deleted = { session_status: "deleted" }
const paymentLink = { cart: null, session_status: "pending" }

interface Row {
  found: CheckoutStatus
  checkout?: Partial<CheckoutState>
  situation: string
  medusa: MedusaState | null
  decision: object
}

const run = ({ found, checkout, medusa }: Row) =>
  decide(aCheckout({ status: found, ...checkout }), medusa)

describe("a payment is there, or promised, and the cart is not an order yet", () => {
  const rows: Row[] = [
    { found: "accepted", situation: "has the cart", medusa: aCart(), decision: COMPLETE },
    { found: "authorized", situation: "has the cart", medusa: aCart(), decision: COMPLETE },
    { found: "waiting", situation: "has the cart", medusa: aCart(), decision: COMPLETE },
    {
      found: "accepted",
      situation: "was asked too early once",
      medusa: aCart({ session_status: "requires_more" }),
      decision: COMPLETE,
    },
    {
      found: "accepted",
      situation: "has a completion behind it that failed, e.g. for stock",
      medusa: aCart({ session_status: "captured", payment: aPaymentOf("checkout_1") }),
      decision: COMPLETE,
    },
    {
      found: "accepted",
      situation: "has closed the session as failed",
      medusa: aCart({ session_status: "error" }),
      decision: ORPHAN,
    },
    {
      found: "accepted",
      situation: "has closed the session as canceled",
      medusa: aCart({ session_status: "canceled" }),
      decision: ORPHAN,
    },
    {
      found: "waiting",
      situation: "has closed the session as failed",
      medusa: aCart({ session_status: "error" }),
      decision: CANCEL,
    },
    {
      found: "authorized",
      situation: "has closed the session as canceled",
      medusa: aCart({ session_status: "canceled" }),
      decision: CANCEL,
    },
    {
      found: "accepted",
      situation: "has neither cart nor order",
      medusa: aCart({ cart: null }),
      decision: ORPHAN,
    },
    {
      found: "authorized",
      situation: "has neither cart nor order",
      medusa: aCart({ cart: null }),
      decision: CANCEL,
    },
  ]
  it.each(rows)("$found, and Medusa $situation", (row) => {
    expect(run(row)).toEqual(row.decision)
  })
})

describe("a payment is there, or promised, and the order waits for it", () => {
  const rows: Row[] = [
    {
      found: "accepted",
      situation: "has an order that waits",
      medusa: aWaitingOrder(),
      decision: BOOK,
    },
    {
      found: "accepted",
      situation: "has an authorized order",
      medusa: anAuthorizedOrder(),
      decision: BOOK,
    },
    { found: "accepted", situation: "has a paid order", medusa: aPaidOrder(), decision: NOTHING },
    {
      found: "accepted",
      situation: "has an order with a payment link",
      medusa: aWaitingOrder(paymentLink),
      decision: BOOK,
    },
    {
      found: "accepted",
      situation: "has an authorized order, no session",
      medusa: anAuthorizedOrder(deleted),
      decision: { ...BOOK, payment_id: "pay_1" },
    },
    {
      found: "authorized",
      situation: "has no payment",
      medusa: aWaitingOrder(),
      decision: AUTHORIZE,
    },
    {
      found: "authorized",
      situation: "has an authorized order, no session",
      medusa: anAuthorizedOrder(deleted),
      decision: NOTHING,
    },
    {
      found: "authorized",
      situation: "has an authorized order",
      medusa: anAuthorizedOrder(),
      decision: NOTHING,
    },
    {
      found: "waiting",
      situation: "has an order that waits",
      medusa: aWaitingOrder(),
      decision: NOTHING,
    },
    { found: "waiting", situation: "has a paid order", medusa: aPaidOrder(), decision: NOTHING },
  ]
  it.each(rows)("$found, and Medusa $situation", (row) => {
    expect(run(row)).toEqual(row.decision)
  })

  it("books the amount of the session as Medusa keeps it, never a rounded one", () => {
    const amount = MathBN.convert("58.873")
    const decision = decide(aCheckout({ status: "accepted" }), aWaitingOrder({ amount }))
    expect(decision).toEqual({ act: "book_capture", amount })
  })
})

describe("a payment is there, or promised, and no order wants it", () => {
  const rows: Row[] = [
    { found: "accepted", situation: "has no session any more", medusa: GONE, decision: ORPHAN },
    { found: "waiting", situation: "has no session any more", medusa: GONE, decision: CANCEL },
    { found: "authorized", situation: "has no session any more", medusa: GONE, decision: CANCEL },
    {
      found: "accepted",
      situation: "has cancelled the order",
      medusa: aWaitingOrder(canceled),
      decision: ORPHAN,
    },
    {
      found: "waiting",
      situation: "has cancelled the order",
      medusa: aWaitingOrder(canceled),
      decision: CANCEL,
    },
    {
      found: "authorized",
      situation: "has cancelled the order",
      medusa: anAuthorizedOrder(canceled),
      decision: CANCEL,
    },
    {
      found: "accepted",
      situation: "has cancelled the order and kept the money",
      medusa: aPaidOrder(canceled),
      decision: NOTHING,
    },
    {
      found: "accepted",
      situation: "was paid by another transaction",
      medusa: aPaidOrder(otherPaid),
      decision: ORPHAN,
    },
    {
      found: "accepted",
      situation: "has authorized another transaction",
      medusa: anAuthorizedOrder(otherAuthorized),
      decision: ORPHAN,
    },
    {
      found: "waiting",
      situation: "was paid by another transaction",
      medusa: aPaidOrder(otherPaid),
      decision: CANCEL,
    },
    {
      found: "authorized",
      situation: "was paid by another transaction",
      medusa: aPaidOrder(otherPaid),
      decision: CANCEL,
    },
    {
      found: "accepted",
      situation: "has cancelled the order that another transaction paid",
      medusa: aPaidOrder({ ...canceled, ...otherPaid }),
      decision: ORPHAN,
    },
  ]
  it.each(rows)("$found, and Medusa $situation", (row) => {
    expect(run(row)).toEqual(row.decision)
  })
})

describe("nobody has paid yet", () => {
  const deleted = { cancel_requested: true }
  const superseded = { superseded: true, cancel_requested: true }
  const rows: Row[] = [
    { found: "open", situation: "has the cart", medusa: aCart(), decision: NOTHING },
    { found: "open", situation: "has no session any more", medusa: GONE, decision: CANCEL },
    {
      found: "open",
      checkout: deleted,
      situation: "has deleted the session",
      medusa: GONE,
      decision: CANCEL,
    },
    {
      found: "open",
      checkout: deleted,
      situation: "has kept the session after all",
      medusa: aCart(),
      decision: FORGET,
    },
    {
      found: "open",
      checkout: superseded,
      situation: "has another transaction for the session",
      medusa: aCart(),
      decision: CANCEL,
    },
    {
      found: "open",
      situation: "was paid by another transaction",
      medusa: aPaidOrder(otherPaid),
      decision: CANCEL,
    },
    {
      found: "open",
      situation: "has authorized another transaction",
      medusa: anAuthorizedOrder(otherAuthorized),
      decision: CANCEL,
    },
    {
      found: "open",
      situation: "has cancelled the order",
      medusa: aWaitingOrder(canceled),
      decision: CANCEL,
    },
    {
      found: "open",
      situation: "has an order with a payment link",
      medusa: aWaitingOrder(paymentLink),
      decision: NOTHING,
    },
  ]
  it.each(rows)("$found, and Medusa $situation", (row) => {
    expect(run(row)).toEqual(row.decision)
  })

  it.each([
    { situation: "has the cart", medusa: aCart() },
    { situation: "has no session any more", medusa: GONE },
    { situation: "was paid by another transaction", medusa: aPaidOrder(otherPaid) },
    { situation: "has cancelled the order", medusa: aWaitingOrder(canceled) },
  ])("a status that nobody knows changes nothing, and Medusa $situation", ({ medusa }) => {
    const checkout = aCheckout({ status: "unknown", cancel_requested: true, superseded: true })
    expect(decide(checkout, medusa)).toEqual(NOTHING)
  })
})

describe("nothing will come of the transaction any more", () => {
  const superseded = { superseded: true, cancel_requested: true }
  const rows: Omit<Row, "found">[] = [
    { situation: "has the cart", medusa: aCart(), decision: FAIL },
    {
      situation: "has told the shopper already",
      medusa: aCart({ session_status: "error" }),
      decision: NOTHING,
    },
    {
      situation: "has closed the session",
      medusa: aCart({ session_status: "canceled" }),
      decision: NOTHING,
    },
    { situation: "has no session any more", medusa: GONE, decision: NOTHING },
    {
      checkout: superseded,
      situation: "has another transaction for the session",
      medusa: aCart(),
      decision: NOTHING,
    },
    { situation: "has an order that waits", medusa: aWaitingOrder(), decision: LOST },
    { situation: "has an authorized order", medusa: anAuthorizedOrder(), decision: LOST },
    {
      checkout: superseded,
      situation: "counts on it although it was replaced",
      medusa: anAuthorizedOrder(),
      decision: LOST,
    },
    {
      situation: "has cancelled the order that waited",
      medusa: aWaitingOrder(canceled),
      decision: NOTHING,
    },
    {
      situation: "has cancelled the order and its payment",
      medusa: anAuthorizedOrder({
        ...canceled,
        payment: aPaymentOf("checkout_1", { canceled: true }),
      }),
      decision: NOTHING,
    },
    {
      situation: "has cancelled the payment, but not the order",
      medusa: anAuthorizedOrder({ payment: aPaymentOf("checkout_1", { canceled: true }) }),
      decision: NOTHING,
    },
    {
      situation: "has cancelled the order, but not its payment",
      medusa: anAuthorizedOrder(canceled),
      decision: NOTHING,
    },
    {
      situation: "has booked the money, and it was refunded in full",
      medusa: aPaidOrder(refunded),
      decision: NOTHING,
    },
    {
      situation: "was paid by another transaction",
      medusa: aPaidOrder(otherPaid),
      decision: NOTHING,
    },
    {
      situation: "has authorized another transaction",
      medusa: anAuthorizedOrder(otherAuthorized),
      decision: NOTHING,
    },
  ]
  const both = (["failed", "cancelled"] as const).flatMap((found) =>
    rows.map((row): Row => ({ found, ...row })),
  )
  it.each(both)("$found, and Medusa $situation", (row) => {
    expect(run(row)).toEqual(row.decision)
  })
})

describe("a transaction that differs from what was asked for", () => {
  const believed = (["accepted", "authorized", "waiting"] as const).flatMap((found) =>
    ["amount", "currency", "contract", "demo", "unconfirmed"].map((mismatch) => ({
      found,
      mismatch,
    })),
  )
  it.each(believed)(
    "$found with another $mismatch is told and moves nothing",
    ({ found, mismatch }) => {
      const checkout = aCheckout({ status: found, mismatch })
      for (const medusa of [
        aCart(),
        aWaitingOrder(),
        anAuthorizedOrder(),
        GONE,
        aPaidOrder(otherPaid),
      ]) {
        expect(decide(checkout, medusa)).toEqual(MISMATCH)
      }
    },
  )

  it("is not told again of money that Medusa has booked: a refund changes amounts later", () => {
    const checkout = aCheckout({ status: "accepted", mismatch: "amount" })
    expect(decide(checkout, aPaidOrder())).toEqual(NOTHING)
  })

  it.each<[CheckoutStatus, object]>([
    ["open", NOTHING],
    ["failed", FAIL],
    ["cancelled", FAIL],
  ])("does not matter while no money is promised: %s", (status, decision) => {
    expect(decide(aCheckout({ status, mismatch: "amount" }), aCart())).toEqual(decision)
  })
})
