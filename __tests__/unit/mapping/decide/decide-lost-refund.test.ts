import { decide } from "../../../../src/mapping/decide/decide"
import { aCart, aCheckout, aPaidOrder } from "../support/worlds"

const canceled = { order: { id: "order_1", canceled: true } }

describe("a refund of money that no order wants, whose answer got lost, is not sent again", () => {
  const lost = {
    has_unresolved_request: true,
    orphan_policy: "refund",
    status: "accepted",
  } as const
  it.each([
    { what: "without session", checkout: lost, medusa: null, act: "wait" },
    {
      what: "of a cart that had its chance",
      checkout: { ...lost, gives_up_cart: true },
      medusa: aCart(),
      act: "wait",
    },
    {
      what: "of a cart that failed",
      checkout: lost,
      medusa: aCart({ session_status: "error" }),
      act: "wait",
    },
    {
      what: "of a payment that differs",
      checkout: { ...lost, mismatch: "amount" },
      medusa: null,
      act: "wait",
    },
    {
      what: "of an order that is cancelled without its money",
      checkout: lost,
      medusa: { ...aPaidOrder({ payment: null }), ...canceled },
      act: "wait",
    },
    {
      what: "that was carried out",
      checkout: { ...lost, effective_amount: 0 },
      medusa: null,
      act: "nothing",
    },
    {
      what: "after which a person keeps the rest",
      checkout: { ...lost, orphan_policy: "keep" as const },
      medusa: null,
      act: "nothing",
    },
    {
      what: "that nobody waits for any more",
      checkout: { ...lost, has_unresolved_request: false },
      medusa: null,
      act: "refund_unwanted",
    },
    {
      what: "of a merchant who has not decided",
      checkout: { ...lost, orphan_policy: "ask" as const },
      medusa: null,
      act: "report",
    },
  ])("$what: $act", ({ checkout, medusa, act }) => {
    expect(decide(aCheckout({ effective_amount: 4485, ...checkout }), medusa).act).toBe(act)
  })
})
