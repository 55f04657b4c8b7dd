import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, MedusaState } from "../../../../src/mapping/decide/decision"
import { aCart, aCheckout, aPaidOrder, aWaitingOrder } from "../support/worlds"

const due = (amount: number, currency_code = "eur") => ({ amount_due: { amount, currency_code } })

const COMPLETE = { act: "complete_cart", cart_id: "cart_1" }
const CANCEL = { act: "cancel_transaction" }
const ORPHANED = { act: "report", attention: "orphaned" }
const REFUND = { act: "refund_unwanted" }
const BOOK = { act: "book_capture", amount: 44.85 }

const accepted = { status: "accepted", effective_amount: 4485 } as const

interface Row {
  what: string
  checkout: Partial<CheckoutState>
  medusa: MedusaState
  decision: object
}

describe("44.85 was paid or promised, and the cart costs", () => {
  const rows: Row[] = [
    { what: "the same", checkout: accepted, medusa: aCart(due(4485)), decision: COMPLETE },
    { what: "more", checkout: accepted, medusa: aCart(due(4486)), decision: ORPHANED },
    { what: "less", checkout: accepted, medusa: aCart(due(4484)), decision: ORPHANED },
    { what: "nothing", checkout: accepted, medusa: aCart(due(0)), decision: ORPHANED },
    {
      what: "the same in CHF",
      checkout: accepted,
      medusa: aCart(due(4485, "chf")),
      decision: ORPHANED,
    },
    {
      what: "more: authorized",
      checkout: { status: "authorized" },
      medusa: aCart(due(5000)),
      decision: CANCEL,
    },
    {
      what: "less: waiting",
      checkout: { status: "waiting" },
      medusa: aCart(due(4000)),
      decision: CANCEL,
    },
    {
      what: "more, and a setting refunds: not before the hour of every cart is over",
      checkout: { ...accepted, orphan_policy: "refund" },
      medusa: aCart(due(5000)),
      decision: ORPHANED,
    },
    {
      what: "more, and its hour is over",
      checkout: { ...accepted, orphan_policy: "refund", gives_up_cart: true },
      medusa: aCart(due(5000)),
      decision: REFUND,
    },
    {
      what: "more, and a person keeps the money",
      checkout: { ...accepted, orphan_policy: "keep" },
      medusa: aCart(due(5000)),
      decision: { act: "nothing" },
    },
  ]
  it.each(rows)("$what", ({ checkout, medusa, decision }) => {
    expect(decide(aCheckout(checkout), medusa)).toEqual(decision)
  })
})

describe("the core has placed the order all the same", () => {
  it.each<Row>([
    {
      what: "it counts on the payment: the money is booked",
      checkout: accepted,
      medusa: aWaitingOrder(due(5000)),
      decision: BOOK,
    },
    {
      what: "others pay all of it: the money is one too many",
      checkout: accepted,
      medusa: aWaitingOrder({ session_status: "pending", ...due(0) }),
      decision: ORPHANED,
    },
    {
      what: "others pay all of it: the promise is one too many",
      checkout: { status: "waiting" },
      medusa: aWaitingOrder({ session_status: "pending", ...due(-100) }),
      decision: CANCEL,
    },
    {
      what: "it is booked: nothing is moved",
      checkout: accepted,
      medusa: aPaidOrder(due(5000)),
      decision: { act: "nothing" },
    },
  ])("$what", ({ checkout, medusa, decision }) => {
    expect(decide(aCheckout(checkout), medusa)).toEqual(decision)
  })
})

it.each(["authorized", "waiting"] as const)(
  "a promise waits while another session of the cart has been paid: %s",
  (status) => {
    expect(decide(aCheckout({ status, is_outranked: true }), aCart())).toEqual({ act: "wait" })
  },
)
