import {
  returnOutcome,
  sessionFinding,
  type ReturnClaim,
  type ReturnOutcome,
  type SessionState,
} from "../../../../src/mapping/views/outcome"
import { texts, type TextCode } from "../../../../src/mapping/words/texts"
import type { CheckoutStatus } from "../../../../src/mapping/status/status"

type Truth = CheckoutStatus | null
const CLAIMS: ReturnClaim[] = ["success", "error", "abort"]

describe("a shopper comes back while nothing is paid", () => {
  it.each<[ReturnClaim | null, ReturnOutcome]>([
    ["success", "pending"],
    ["error", "failed"],
    ["abort", "aborted"],
    [null, "unknown"],
  ])("by the address for %s: %s", (claim, outcome) => {
    expect(returnOutcome({ status: "open", order_id: null }, claim)).toBe(outcome)
    expect(returnOutcome({ status: null, order_id: null }, claim)).toBe(outcome)
  })
})

describe("a shopper comes back from a payment of a status that nobody knows", () => {
  const claims: [ReturnClaim, ReturnOutcome][] = [
    ["success", "pending"],
    ["error", "failed"],
    ["abort", "aborted"],
  ]

  it.each(claims)(
    "without a payment that is alive, by the address for %s: %s",
    (claim, outcome) => {
      const finding = { status: "unknown" as const, unclear_since: null, order_id: null }
      expect(returnOutcome(finding, claim)).toBe(outcome)
    },
  )

  it.each(CLAIMS)("with one that may be alive, by the address for %s: pending", (claim) => {
    const finding = { status: "unknown" as const, unclear_since: new Date(), order_id: null }
    expect(returnOutcome(finding, claim)).toBe("pending")
  })

  it.each(CLAIMS)("with an order that waits for it, by the address for %s: pending", (claim) => {
    const finding = { status: "unknown" as const, unclear_since: null, order_id: "order_1" }
    expect(returnOutcome(finding, claim)).toBe("pending")
  })
})

describe("a shopper comes back to a payment that has an answer, by whatever address", () => {
  const rows: [status: Truth, order_id: string | null, outcome: ReturnOutcome][] = [
    ["accepted", "order_1", "success"],
    ["authorized", "order_1", "success"],
    ["waiting", "order_1", "success"],
    ["accepted", null, "pending"],
    ["authorized", null, "pending"],
    ["waiting", null, "pending"],
    ["unknown", null, "pending"],
    ["unknown", "order_1", "pending"],
    ["failed", null, "failed"],
    ["failed", "order_1", "failed"],
    ["cancelled", null, "aborted"],
  ]
  const byAddress = rows.flatMap(([status, order_id, outcome]) =>
    CLAIMS.map((claim) => ({ status, order_id, outcome, claim })),
  )
  it.each(byAddress)(
    "$status, order $order_id, address for $claim: $outcome",
    ({ status, order_id, outcome, claim }) => {
      expect(returnOutcome({ status, order_id }, claim)).toBe(outcome)
    },
  )

  it("is never told of a success without an order, nor of a failure of paid money", () => {
    for (const claim of CLAIMS) {
      for (const status of ["accepted", "authorized", "waiting"] as const) {
        expect(returnOutcome({ status, order_id: null }, claim)).toBe("pending")
        expect(returnOutcome({ status, order_id: "order_1" }, claim)).toBe("success")
      }
    }
  })
})

describe("what a storefront sees while it polls", () => {
  const rows: [status: Truth, order_id: string | null, state: SessionState, code: TextCode][] = [
    [null, null, "open", "payment_open"],
    ["open", null, "open", "payment_open"],
    ["waiting", null, "processing", "payment_processing"],
    ["authorized", null, "processing", "payment_processing"],
    ["accepted", null, "processing", "payment_processing"],
    ["unknown", null, "processing", "payment_processing"],
    ["failed", null, "failed", "payment_declined"],
    ["cancelled", null, "aborted", "payment_aborted"],
    ["waiting", "order_1", "waiting", "payment_waiting"],
    ["authorized", "order_1", "paid", "payment_accepted"],
    ["accepted", "order_1", "paid", "payment_accepted"],
    ["unknown", "order_1", "processing", "payment_processing"],
    ["cancelled", "order_1", "aborted", "payment_cancelled"],
    ["failed", "order_1", "failed", "payment_declined"],
  ]
  it.each(rows)("%s, order %s: %s, %s", (...[status, order_id, state, code]) => {
    expect(sessionFinding({ status, order_id })).toEqual({ state, code })
  })

  it("takes an empty order id for none", () => {
    expect(sessionFinding({ status: "accepted", order_id: "" }).state).toBe("processing")
  })
})

describe("the texts for the shopper", () => {
  it("say everything in both languages", () => {
    expect(Object.keys(texts.de)).toEqual(Object.keys(texts.en))
    for (const text of [...Object.values(texts.de), ...Object.values(texts.en)]) {
      expect(text).toMatch(/\S/)
    }
  })

  it("promise no cart to somebody whose order is cancelled", () => {
    const { code } = sessionFinding({ status: "cancelled", order_id: "order_1" })
    expect(texts.en[code]).not.toMatch(/cart/i)
    expect(texts.de[code]).not.toMatch(/Warenkorb/i)
  })
})

describe("money that came without an order", () => {
  const finding = { status: "accepted", order_id: null, attention: "orphaned" } as const

  it("is in review: the shopper is told not to pay again", () => {
    expect(sessionFinding(finding)).toEqual({ state: "processing", code: "payment_in_review" })
  })

  it("is never called failed on the way back, whatever the address claims", () => {
    expect(returnOutcome(finding, "error")).toBe("pending")
  })
})

describe("a promise on which no order could be placed", () => {
  it.each([
    ["authorized", "orphaned"],
    ["waiting", "orphaned"],
    ["authorized", "mismatch"],
    ["waiting", "mismatch"],
  ] as const)("%s, %s: neither paid nor failed, by whatever address", (status, attention) => {
    const finding = { status, order_id: null, attention }
    expect(sessionFinding(finding)).toEqual({ state: "not_ordered", code: "payment_not_ordered" })
    for (const claim of CLAIMS) expect(returnOutcome(finding, claim)).toBe("not_ordered")
  })

  it("is a success once the order is there", () => {
    const finding = { status: "authorized", order_id: "order_1", attention: null } as const
    expect(returnOutcome(finding, "success")).toBe("success")
  })

  it("was cancelled by the shop and not by the shopper when it is given up", () => {
    const finding = { status: "cancelled", order_id: null, expired_at: new Date() } as const
    expect(sessionFinding(finding).code).toBe("payment_cancelled")
  })
})

describe("money that was given back without an order", () => {
  const payments = [{ is_refund: false }, { is_refund: true }]

  it("is told as that, and not as an abort", () => {
    const finding = { status: "cancelled" as const, order_id: null }
    expect(sessionFinding({ ...finding, payments }).code).toBe("payment_cancelled")
    expect(sessionFinding(finding).code).toBe("payment_aborted")
  })

  it("is told as that while the refund is still on its way", () => {
    const finding = { status: "accepted" as const, order_id: null, effective_amount: 0 }
    expect(sessionFinding(finding).code).toBe("payment_cancelled")
    expect(sessionFinding({ ...finding, effective_amount: 500 }).code).toBe("payment_processing")
  })
})

describe("a payment for a cart that costs something else now", () => {
  const amount_due = { amount: 79750, currency_code: "eur" }

  it.each([
    {
      what: "money is there: it can be paid again, and nobody hears that it failed",
      finding: { status: "accepted", order_id: null, attention: "orphaned" },
      told: { state: "processing", code: "payment_amount_changed" },
    },
    {
      what: "a promise was cancelled for it: the shopper did not abort it",
      finding: { status: "cancelled", order_id: null },
      told: { state: "failed", code: "payment_amount_changed_unpaid" },
    },
    {
      what: "an order was placed all the same: it is not called paid",
      finding: { status: "accepted", order_id: "order_1", attention: "amount_differs" },
      told: { state: "processing", code: "payment_in_review" },
    },
    {
      what: "the same, and the transfer is still to come",
      finding: { status: "waiting", order_id: "order_1", attention: "amount_differs" },
      told: { state: "waiting", code: "payment_waiting" },
    },
  ] as const)("$what", ({ finding, told }) => {
    expect(sessionFinding({ ...finding, amount_due })).toEqual(told)
  })
})
