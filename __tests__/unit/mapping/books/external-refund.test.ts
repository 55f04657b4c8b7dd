import { findExternalRefund } from "../../../../src/mapping/books/external-refund"

const BOOKING = { id: "screq_01B", kind: "external_refund", state: "open", amount: 1000 }
const currency = "eur"
const NOTE = "Refunded at secuconnect (screq_01B)"

describe("the booking that a refund of Medusa stands for", () => {
  it("is the open one that the note names, with just this amount", () => {
    const other = { ...BOOKING, id: "screq_01A" }
    expect(findExternalRefund([other, BOOKING], { note: NOTE, amount: 10, currency })).toBe(BOOKING)
  })

  it.each([9.990001, 9.995, 10.004])("is it with what is %d unrounded: the last one", (amount) => {
    expect(findExternalRefund([BOOKING], { note: NOTE, amount, currency })).toBe(BOOKING)
  })

  it.each([
    ["another amount", { note: NOTE, amount: 9.99 }, BOOKING],
    ["a note that was typed", { note: "Broken cup", amount: 10 }, BOOKING],
    ["a note that names a row that is not there", { note: "screq_01X", amount: 10 }, BOOKING],
    ["only the beginning of an id", { note: "screq_01", amount: 10 }, BOOKING],
    ["an id with something behind it", { note: "screq_01BX", amount: 10 }, BOOKING],
    ["an empty note", { note: "", amount: 10 }, BOOKING],
    ["no note", { note: null, amount: 10 }, BOOKING],
    ["a booking that is done", { note: NOTE, amount: 10 }, { ...BOOKING, state: "done" }],
    ["a refund of ours", { note: NOTE, amount: 10 }, { ...BOOKING, kind: "refund" }],
  ])("is none: %s", (_what, refund, row) => {
    expect(findExternalRefund([row], { ...refund, currency })).toBeUndefined()
  })
})
