import { placesOrder, SESSION_STATUS } from "../../../../src/mapping/status/session-status"
import type { PaymentTruth } from "../../../../src/mapping/status/status"

const rows: [truth: PaymentTruth, status: string, order: boolean][] = [
  ["accepted", "captured", true],
  ["authorized", "authorized", true],
  ["waiting", "pending_authorization", true],
  ["open", "pending", false],
  ["unknown", "pending", false],
  ["failed", "error", false],
  ["cancelled", "canceled", false],
]

describe("what Medusa is told of a payment", () => {
  it.each(rows)("%s: status %s, an order may be placed: %s", (truth, status, order) => {
    expect(SESSION_STATUS[truth]).toBe(status)
    expect(placesOrder(truth)).toBe(order)
  })

  it("is told of every reading", () => {
    expect(Object.keys(SESSION_STATUS).sort()).toEqual(rows.map(([truth]) => truth).sort())
  })
})
