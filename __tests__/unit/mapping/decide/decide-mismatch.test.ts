import { decide } from "../../../../src/mapping/decide/decide"
import type { CheckoutState, MedusaState } from "../../../../src/mapping/decide/decision"
import { aCart, aCheckout, anAuthorizedOrder, aPaidOrder, aWaitingOrder } from "../support/worlds"

/** What a shop's setting says of money that no order wants, or a person of this payment. */
const decisions = {
  nobody: {},
  setting: { orphan_policy: "refund" },
  merchant: { orphan_policy: "refund", is_resolved: true, gives_up_cart: true },
  keeps: { orphan_policy: "keep", is_resolved: true },
} as const satisfies Record<string, Partial<CheckoutState>>

interface Row {
  holds: string
  medusa: MedusaState | null
  /** What is done, or told, where each of them decides. */
  nobody: string
  setting: string
  merchant: string
  keeps: string
  /** The same for all once the money went back. */
  given_back: string
}

const wanted = {
  ...{ nobody: "mismatch", setting: "mismatch", merchant: "refund_unwanted", keeps: "nothing" },
  given_back: "payment_failed",
}
const unwanted = { ...wanted, setting: "refund_unwanted", given_back: "nothing" }
const canceled = { id: "order_1", canceled: true }
const covered = { id: "order_1", canceled: false, needs: 0 }

const rows: Row[] = [
  { holds: "an order that waits for it", medusa: aWaitingOrder(), ...wanted },
  { holds: "an order with an authorization of it", medusa: anAuthorizedOrder(), ...wanted },
  { holds: "a cancelled order", medusa: aWaitingOrder({ order: canceled }), ...unwanted },
  {
    holds: "an order that others have paid",
    medusa: aWaitingOrder({ order: covered }),
    ...unwanted,
  },
  { holds: "a cart", medusa: aCart(), ...unwanted },
  { holds: "nothing", medusa: null, ...unwanted },
]

function told(checkout: Partial<CheckoutState>, medusa: MedusaState | null): string {
  const paid = { status: "accepted", mismatch: "amount", effective_amount: 3000 } as const
  const decision = decide(aCheckout({ ...paid, ...checkout }), medusa)
  return decision.act === "report" ? decision.attention : decision.act
}

describe("money that is not what was asked for", () => {
  it.each(rows)("while Medusa holds $holds", ({ medusa, given_back, ...row }) => {
    for (const who of ["nobody", "setting", "merchant", "keeps"] as const) {
      const decided = decisions[who]
      expect([who, told(decided, medusa)]).toEqual([who, row[who]])
      expect([who, told({ ...decided, effective_amount: 0 }, medusa)]).toEqual([who, given_back])
    }
  })

  it("is compared as a refund once Medusa has booked it", () => {
    expect(told({ effective_amount: 0 }, aPaidOrder())).toBe("book_refund")
  })
})
