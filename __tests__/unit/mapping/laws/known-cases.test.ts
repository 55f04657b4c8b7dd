import { LAWS, lawOf, type LawCode } from "../../../../src/mapping/laws/laws"
import { ATTENTIONS } from "../../../../src/mapping/words/findings"
import {
  audited,
  brokenIn,
  checkout,
  isAwaited,
  isGone,
  isIn,
  knownIn,
  money,
  order,
  paidCase,
  payment,
  twice,
  waitingCase,
} from "./support/cases"

const ALL = { captures: [31.9] }

const orphan = (fields: Parameters<typeof checkout>[0]) =>
  audited({ checkouts: [checkout({ secuconnect: isIn(3190), ...fields })] })

describe("somebody knows", () => {
  it.each([
    ["it is marked as a payment without order", orphan({ attention: "orphaned" })],
    ["a person has decided to keep it", orphan({ orphan_resolution: "keep" })],
  ])("of a payment without order when %s", (_what, found) => {
    expect(brokenIn(found)).toEqual([])
    expect(knownIn(found)).toEqual(["money_without_order"])
  })

  it("of a failed payment that the order counts on", () => {
    const failed = { attention: "payment_failed", secuconnect: isGone }
    expect(brokenIn(waitingCase({ checkout: failed }))).toEqual([])
  })

  it.each([
    ["was lost", { attention: "payment_failed", secuconnect: isGone }, "money_missing"],
    [
      "a bank is taking back",
      { attention: "disputed", secuconnect: money({ disputed: 3190 }) },
      "disputed",
    ],
  ])("of captured money that %s, and is to be transferred once more", (_what, fields, code) => {
    const found = twice(
      { payments: [payment(ALL)], ...fields },
      { secuconnect: isAwaited(3190) },
      order([payment(ALL)]),
    )
    expect(brokenIn(found)).toEqual([])
    expect(knownIn(found)).toEqual([code])
  })

  it.each([
    ["a bank is taking back", "disputed", money({ disputed: 3190 })],
    ["was lost", "payment_failed", isGone],
    ["is there after all", "paid_twice", isIn(3190)],
  ])("of captured money that %s, and that was paid once more", (_what, attention, secuconnect) => {
    const again = payment(ALL, { id: "pay_2", checkout_id: "scchk_2" })
    const found = twice(
      { payments: [payment(ALL)], attention, secuconnect },
      { payments: [again], secuconnect: isIn(3190) },
      order([payment(ALL), again]),
    )
    expect(brokenIn(found)).toEqual([])
    expect(knownIn(found)).toContain("order_overpaid")
  })

  it.each([
    ["another attention", orphan({ attention: "payment_failed" }), "money_without_order"],
    ["a decision to give it back", orphan({ orphan_resolution: "refund" }), "money_without_order"],
    [
      "that of another payment of the order",
      twice(
        { payments: [payment(ALL)], secuconnect: isIn(3190), attention: "orphaned" },
        { secuconnect: isIn(3190) },
        order([payment(ALL)]),
      ),
      "money_without_order",
    ],
    [
      "any attention, where the order's own sums are wrong",
      paidCase(ALL, { order: { transactions: [] }, checkout: { attention: "not_booked" } }),
      "order_transactions",
    ],
  ])("nothing by %s", (_what, found, code) => {
    expect(brokenIn(found)).toContain(code)
  })
})

it("every attention tells of a law", () => {
  const isCode = (code: string): code is LawCode => code in LAWS
  const told = new Set(
    Object.keys(LAWS)
      .filter(isCode)
      .flatMap((code) => lawOf(code).told_by ?? []),
  )
  expect(ATTENTIONS.filter((attention) => !told.has(attention))).toEqual([])
})
