import { placesOrder, SESSION_STATUS } from "../../../../src/mapping/status/session-status"
import type { CheckoutStatus } from "../../../../src/mapping/status/status"

const rows: [status: CheckoutStatus, session: string, order: boolean][] = [
  ["accepted", "captured", true],
  ["authorized", "authorized", true],
  ["waiting", "pending_authorization", true],
  ["open", "pending", false],
  ["unknown", "pending", false],
  ["failed", "error", false],
  ["cancelled", "canceled", false],
]

describe("what Medusa is told of a payment", () => {
  it.each(rows)("%s: status %s, an order may be placed: %s", (status, session, order) => {
    expect(SESSION_STATUS[status]).toBe(session)
    expect(placesOrder(status)).toBe(order)
  })

  it("is told of every reading", () => {
    expect(Object.keys(SESSION_STATUS).sort()).toEqual(rows.map(([status]) => status).sort())
  })
})
