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
const otherAuthorized = { payment: aPaymentOf("checkout_2") }
const canceled = { order: { id: "order_1", canceled: true } }
const deleted = { session_status: "deleted" }
const paymentLink = { cart: null, session_status: "pending" }

interface Row {
  found: CheckoutStatus
  checkout?: Partial<CheckoutState>
  medusa: string
  view: MedusaState | null
  decision: object
}

const run = ({ found, checkout, view }: Row) =>
  decide(aCheckout({ status: found, ...checkout }), view)

describe("a payment is there, or promised, and the cart is not an order yet", () => {
  const rows: Row[] = [
    { found: "accepted", medusa: "has the cart", view: aCart(), decision: COMPLETE },
    { found: "authorized", medusa: "has the cart", view: aCart(), decision: COMPLETE },
    { found: "waiting", medusa: "has the cart", view: aCart(), decision: COMPLETE },
    {
      found: "accepted",
      medusa: "was asked too early once",
      view: aCart({ session_status: "requires_more" }),
      decision: COMPLETE,
    },
    {
      found: "accepted",
      medusa: "has a completion behind it that failed, e.g. for stock",
      view: aCart({ session_status: "captured", payment: aPaymentOf("checkout_1") }),
      decision: COMPLETE,
    },
    {
      found: "accepted",
      medusa: "has closed the session as failed",
      view: aCart({ session_status: "error" }),
      decision: ORPHAN,
    },
    {
      found: "accepted",
      medusa: "has closed the session as canceled",
      view: aCart({ session_status: "canceled" }),
      decision: ORPHAN,
    },
    {
      found: "waiting",
      medusa: "has closed the session as failed",
      view: aCart({ session_status: "error" }),
      decision: CANCEL,
    },
    {
      found: "authorized",
      medusa: "has closed the session as canceled",
      view: aCart({ session_status: "canceled" }),
      decision: CANCEL,
    },
    {
      found: "accepted",
      medusa: "has neither cart nor order",
      view: aCart({ cart: null }),
      decision: ORPHAN,
    },
    {
      found: "authorized",
      medusa: "has neither cart nor order",
      view: aCart({ cart: null }),
      decision: CANCEL,
    },
  ]
  it.each(rows)("$found, and Medusa $medusa", (row) => {
    expect(run(row)).toEqual(row.decision)
  })
})

describe("a payment is there, or promised, and the order waits for it", () => {
  const rows: Row[] = [
    { found: "accepted", medusa: "has an order that waits", view: aWaitingOrder(), decision: BOOK },
    {
      found: "accepted",
      medusa: "has an authorized order",
      view: anAuthorizedOrder(),
      decision: BOOK,
    },
    { found: "accepted", medusa: "has a paid order", view: aPaidOrder(), decision: NOTHING },
    {
      found: "accepted",
      medusa: "has an order with a payment link",
      view: aWaitingOrder(paymentLink),
      decision: BOOK,
    },
    {
      found: "accepted",
      medusa: "has an authorized order, no session",
      view: anAuthorizedOrder(deleted),
      decision: { ...BOOK, payment_id: "pay_1" },
    },
    { found: "authorized", medusa: "has no payment", view: aWaitingOrder(), decision: AUTHORIZE },
    {
      found: "authorized",
      medusa: "has an authorized order, no session",
      view: anAuthorizedOrder(deleted),
      decision: NOTHING,
    },
    {
      found: "authorized",
      medusa: "has an authorized order",
      view: anAuthorizedOrder(),
      decision: NOTHING,
    },
    {
      found: "waiting",
      medusa: "has an order that waits",
      view: aWaitingOrder(),
      decision: NOTHING,
    },
    { found: "waiting", medusa: "has a paid order", view: aPaidOrder(), decision: NOTHING },
  ]
  it.each(rows)("$found, and Medusa $medusa", (row) => {
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
    { found: "accepted", medusa: "has no session any more", view: GONE, decision: ORPHAN },
    { found: "waiting", medusa: "has no session any more", view: GONE, decision: CANCEL },
    { found: "authorized", medusa: "has no session any more", view: GONE, decision: CANCEL },
    {
      found: "accepted",
      medusa: "has cancelled the order",
      view: aWaitingOrder(canceled),
      decision: ORPHAN,
    },
    {
      found: "waiting",
      medusa: "has cancelled the order",
      view: aWaitingOrder(canceled),
      decision: CANCEL,
    },
    {
      found: "authorized",
      medusa: "has cancelled the order",
      view: anAuthorizedOrder(canceled),
      decision: CANCEL,
    },
    {
      found: "accepted",
      medusa: "has cancelled the order and kept the money",
      view: aPaidOrder(canceled),
      decision: NOTHING,
    },
    {
      found: "accepted",
      medusa: "was paid by another transaction",
      view: aPaidOrder(otherPaid),
      decision: ORPHAN,
    },
    {
      found: "accepted",
      medusa: "has authorized another transaction",
      view: anAuthorizedOrder(otherAuthorized),
      decision: ORPHAN,
    },
    {
      found: "waiting",
      medusa: "was paid by another transaction",
      view: aPaidOrder(otherPaid),
      decision: CANCEL,
    },
    {
      found: "authorized",
      medusa: "was paid by another transaction",
      view: aPaidOrder(otherPaid),
      decision: CANCEL,
    },
    {
      found: "accepted",
      medusa: "has cancelled the order that another transaction paid",
      view: aPaidOrder({ ...canceled, ...otherPaid }),
      decision: ORPHAN,
    },
  ]
  it.each(rows)("$found, and Medusa $medusa", (row) => {
    expect(run(row)).toEqual(row.decision)
  })
})

describe("nobody has paid yet", () => {
  const deleted = { cancel_requested: true }
  const superseded = { superseded: true, cancel_requested: true }
  const rows: Row[] = [
    { found: "open", medusa: "has the cart", view: aCart(), decision: NOTHING },
    { found: "open", medusa: "has no session any more", view: GONE, decision: CANCEL },
    {
      found: "open",
      checkout: deleted,
      medusa: "has deleted the session",
      view: GONE,
      decision: CANCEL,
    },
    {
      found: "open",
      checkout: deleted,
      medusa: "has kept the session after all",
      view: aCart(),
      decision: FORGET,
    },
    {
      found: "open",
      checkout: superseded,
      medusa: "has another transaction for the session",
      view: aCart(),
      decision: CANCEL,
    },
    {
      found: "open",
      medusa: "was paid by another transaction",
      view: aPaidOrder(otherPaid),
      decision: CANCEL,
    },
    {
      found: "open",
      medusa: "has authorized another transaction",
      view: anAuthorizedOrder(otherAuthorized),
      decision: CANCEL,
    },
    {
      found: "open",
      medusa: "has cancelled the order",
      view: aWaitingOrder(canceled),
      decision: CANCEL,
    },
    {
      found: "open",
      medusa: "has an order with a payment link",
      view: aWaitingOrder(paymentLink),
      decision: NOTHING,
    },
  ]
  it.each(rows)("$found, and Medusa $medusa", (row) => {
    expect(run(row)).toEqual(row.decision)
  })

  it.each([
    { medusa: "has the cart", view: aCart() },
    { medusa: "has no session any more", view: GONE },
    { medusa: "was paid by another transaction", view: aPaidOrder(otherPaid) },
    { medusa: "has cancelled the order", view: aWaitingOrder(canceled) },
  ])("a status that nobody knows changes nothing, and Medusa $medusa", ({ view }) => {
    const checkout = aCheckout({ status: "unknown", cancel_requested: true, superseded: true })
    expect(decide(checkout, view)).toEqual(NOTHING)
  })
})

describe("nothing will come of the transaction any more", () => {
  const superseded = { superseded: true, cancel_requested: true }
  const rows: Omit<Row, "found">[] = [
    { medusa: "has the cart", view: aCart(), decision: FAIL },
    {
      medusa: "has told the shopper already",
      view: aCart({ session_status: "error" }),
      decision: NOTHING,
    },
    {
      medusa: "has closed the session",
      view: aCart({ session_status: "canceled" }),
      decision: NOTHING,
    },
    { medusa: "has no session any more", view: GONE, decision: NOTHING },
    {
      checkout: superseded,
      medusa: "has another transaction for the session",
      view: aCart(),
      decision: NOTHING,
    },
    { medusa: "has an order that waits", view: aWaitingOrder(), decision: LOST },
    { medusa: "has an authorized order", view: anAuthorizedOrder(), decision: LOST },
    {
      checkout: superseded,
      medusa: "counts on it although it was replaced",
      view: anAuthorizedOrder(),
      decision: LOST,
    },
    {
      medusa: "has cancelled the order that waited",
      view: aWaitingOrder(canceled),
      decision: NOTHING,
    },
    {
      medusa: "has cancelled the order and its payment",
      view: anAuthorizedOrder({
        ...canceled,
        payment: aPaymentOf("checkout_1", { canceled: true }),
      }),
      decision: NOTHING,
    },
    {
      medusa: "has cancelled the payment, but not the order",
      view: anAuthorizedOrder({ payment: aPaymentOf("checkout_1", { canceled: true }) }),
      decision: NOTHING,
    },
    {
      medusa: "has cancelled the order, but not its payment",
      view: anAuthorizedOrder(canceled),
      decision: NOTHING,
    },
    {
      medusa: "has booked the money, and it was refunded in full",
      view: aPaidOrder(),
      decision: NOTHING,
    },
    { medusa: "was paid by another transaction", view: aPaidOrder(otherPaid), decision: NOTHING },
    {
      medusa: "has authorized another transaction",
      view: anAuthorizedOrder(otherAuthorized),
      decision: NOTHING,
    },
  ]
  const both = (["failed", "cancelled"] as const).flatMap((found) =>
    rows.map((row): Row => ({ found, ...row })),
  )
  it.each(both)("$found, and Medusa $medusa", (row) => {
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
      for (const view of [
        aCart(),
        aWaitingOrder(),
        anAuthorizedOrder(),
        GONE,
        aPaidOrder(otherPaid),
      ]) {
        expect(decide(checkout, view)).toEqual(MISMATCH)
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
