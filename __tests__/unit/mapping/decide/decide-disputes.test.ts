import { decide } from "../../../../src/mapping/decide/decide"
import { aCheckout, aPaidOrder, aPaymentOf, aWaitingOrder } from "../support/worlds"

interface Resolved {
  what: string
  needs?: number
  refunded_amount?: number
  attention?: string
}

describe("a debit that was returned, or a card payment that was charged back", () => {
  const disputed = aCheckout({ status: "accepted", dispute: "issue" })

  it("is told of a paid order, and nothing is cancelled by itself", () => {
    expect(decide(disputed, aPaidOrder())).toEqual({ act: "report", attention: "disputed" })
  })

  it("is no longer told once it is settled", () => {
    const settled = aCheckout({ status: "accepted", dispute: "issue_resolved" })
    expect(decide(settled, aPaidOrder())).toEqual({ act: "nothing" })
  })

  it("is first booked where the order is still without its money", () => {
    expect(decide(disputed, aWaitingOrder())).toEqual({ act: "book_capture", amount: 44.85 })
  })

  it.each<Resolved>([
    { what: "paid again since, by as much", needs: -4485, attention: "paid_twice" },
    { what: "paid again, and this one was given back", needs: 0, refunded_amount: 4485 },
    { what: "reduced since, and the difference is to be given back", needs: -500 },
    { what: "paid by it alone", needs: 0 },
    { what: "read without its sums" },
  ])("resolved on an order that was $what", ({ refunded_amount = 0, attention, needs }) => {
    const left = 4485 - refunded_amount
    const checkout = aCheckout({
      ...{ status: "accepted", dispute: "issue_resolved", effective_amount: left },
    })
    const sums = needs === undefined ? {} : { needs }
    const order = { id: "order_1", canceled: false, ...sums }
    const payment = aPaymentOf("checkout_1", { captured: true, refunded_amount })
    const decision = decide(checkout, aPaidOrder({ order, payment }))
    expect(decision).toEqual(attention ? { act: "report", attention } : { act: "nothing" })
  })
})
