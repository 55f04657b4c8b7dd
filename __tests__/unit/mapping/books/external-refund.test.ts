import { findExternalRefund } from "../../../../src/mapping/books/external-refund"

const BOOKING = { id: "screq_01B", kind: "external_refund", state: "open", amount: 1000 }
const NOTE = "Refunded at secuconnect (screq_01B)"

describe("the booking that a refund of Medusa stands for", () => {
  it("is the open one that the note names, with just this amount", () => {
    const other = { ...BOOKING, id: "screq_01A" }
    expect(findExternalRefund([other, BOOKING], { note: NOTE, amount: 1000 })).toBe(BOOKING)
  })

  it.each([
    ["another amount", { note: NOTE, amount: 999 }, BOOKING],
    ["a note that was typed", { note: "Broken cup", amount: 1000 }, BOOKING],
    ["a note that names a row that is not there", { note: "screq_01X", amount: 1000 }, BOOKING],
    ["only the beginning of an id", { note: "screq_01", amount: 1000 }, BOOKING],
    ["an id with something behind it", { note: "screq_01BX", amount: 1000 }, BOOKING],
    ["an empty note", { note: "", amount: 1000 }, BOOKING],
    ["no note", { note: null, amount: 1000 }, BOOKING],
    ["a booking that is done", { note: NOTE, amount: 1000 }, { ...BOOKING, state: "done" }],
    ["a refund of ours", { note: NOTE, amount: 1000 }, { ...BOOKING, kind: "refund" }],
  ])("is none: %s", (_what, refund, row) => {
    expect(findExternalRefund([row], refund)).toBeUndefined()
  })
})
