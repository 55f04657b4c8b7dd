import { decide } from "../../../../src/mapping/decide/decide"
import { aCheckout, aPaidOrder, aWaitingOrder } from "../support/worlds"

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
})
