import { outcomeOfStep, type Step } from "../../../../src/mapping/decide/outcome"
import type { Decision } from "../../../../src/mapping/decide/decision"
import type { AmountDue } from "../../../../src/mapping/words/payments"
import { aPaidOrder, aPaymentOf } from "../support/worlds"

const NOW = new Date("2026-03-10T12:00:00.000Z")
const LONG_AGO = new Date("2026-03-01T12:00:00.000Z")

const invoice: Step["checkout"] = {
  ...{ id: "checkout_1", status: "accepted", method: "invoice", dispute: null },
  ...{ amount: 3_190, currency_code: "eur", effective_amount: 3_190, amount_due: null },
  ...{ is_cart_compared: true, attention: null, order_id: "order_1", order_display_id: 1 },
  ...{ payment_collection_id: null, payments: [], instructions: {}, status_detail: null },
  ...{ unclear_since: null, expired_at: null, waiting_since: null, reminded_at: null },
  ...{ created_at: LONG_AGO, checks: 3 },
}

interface Given {
  payments?: Step["checkout"]["payments"]
  is_report_refused?: boolean
  attention?: string | null
  decision?: Decision
  amount_due?: AmountDue
}

function outcome({
  is_report_refused = true,
  attention = null,
  payments = [],
  ...given
}: Given = {}) {
  const { decision = { act: "nothing" } } = given
  const payment = aPaymentOf("checkout_1", { captured: true })
  const after = aPaidOrder({ payment, ...given })
  return outcomeOfStep({
    checkout: { ...invoice, attention, payments },
    ...{ decision, problem: null, failing_since: null, after, is_scheduled: true },
    ...{ is_report_refused, limits: { abandonAfterHours: 24 }, now: NOW },
  })
}

describe("an invoice whose last shipment secuconnect does not take", () => {
  it("needs a person, and the history says so once", () => {
    const { row, notes } = outcome()
    expect(row.attention).toBe("delivery_not_reported")
    expect(notes).toMatchObject([{ finding: "delivery_not_reported" }])
    expect(outcome({ attention: "delivery_not_reported" }).notes).toEqual([])
  })

  it("needs nobody any more when it is taken", () => {
    const taken = { attention: "delivery_not_reported", is_report_refused: false }
    expect(outcome(taken).row.attention).toBeNull()
  })

  it("is no news for the shop's subscribers, and paid all the same", () => {
    expect(outcome().events).toEqual(outcome({ is_report_refused: false }).events)
  })

  it.each<[string, Given, string]>([
    ["a dispute", { decision: { act: "report", attention: "disputed" } }, "disputed"],
    ["another total", { amount_due: { amount: 5_000, currency_code: "eur" } }, "amount_differs"],
  ])("tells of %s first", (_what, given, attention) => {
    expect(outcome(given).row.attention).toBe(attention)
  })
})

describe("an invoice is checked again, nine days after the order,", () => {
  const DAY_MS = 24 * 60 * 60_000

  it.each<[string, Step["checkout"]["payments"], number]>([
    [
      "tomorrow while it waits for its shipment",
      [{ status: "waiting_for_shipment", is_refund: false }],
      1,
    ],
    ["in five days when that was reported", [{ status: "accepted", is_refund: false }], 5],
    ["in five days where nothing is known", null, 5],
  ])("%s", (_what, payments, days) => {
    const { due_at } = outcome({ payments, is_report_refused: false }).row
    expect(due_at).toEqual(new Date(NOW.getTime() + days * DAY_MS))
  })
})
