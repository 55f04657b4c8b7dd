import {
  findDanglingEntries,
  type Booked,
  type Booking,
} from "../../../../src/mapping/books/dangling-entries"

const BEFORE = new Date("2026-01-01T12:00:00Z")
const OLD = new Date("2026-01-01T11:00:00Z")
const YOUNG = new Date("2026-01-01T12:00:01Z")

const row = (id: string, amount: number, created_at = OLD): Booking => ({ id, amount, created_at })

const find = (fields: Partial<Booked>) =>
  findDanglingEntries({
    currency: { currency_exponent: 0 },
    captured: true,
    captures: [row("capt_1", 4485)],
    refunds: [],
    effective_amount: 4485,
    asked_for: [],
    before: BEFORE,
    ...fields,
  })

describe("what a crash has left half booked", () => {
  it.each<[string, Partial<Booked>, string[]]>([
    ["nothing, of a captured payment", {}, []],
    ["the capture of a payment that is not captured", { captured: false }, ["capt_1"]],
    [
      "not yet, while the capture is young",
      { captured: false, captures: [row("capt_1", 1, YOUNG)] },
      [],
    ],
    ["a refund that nobody asked secuconnect for", { refunds: [row("ref_1", 500)] }, ["ref_1"]],
    ["not yet, while it is young", { refunds: [row("ref_1", 500, YOUNG)] }, []],
    ["no refund that was asked for", { refunds: [row("ref_1", 500)], asked_for: ["ref_1"] }, []],
    ["no refund that has happened", { refunds: [row("ref_1", 500)], effective_amount: 3985 }, []],
    ["no refund of another amount", { refunds: [row("ref_1", 500)], effective_amount: 4085 }, []],
    [
      "nothing, when nobody knows what is left",
      { refunds: [row("ref_1", 5)], effective_amount: null },
      [],
    ],
    [
      "one of two, when the other has happened",
      { refunds: [row("ref_1", 500), row("ref_2", 700)], effective_amount: 3985 },
      ["ref_2"],
    ],
    [
      "one at a time, of two that are the same",
      {
        refunds: [row("ref_1", 500), row("ref_2", 500)],
        effective_amount: 3985,
        asked_for: ["ref_1"],
      },
      ["ref_2"],
    ],
  ])("%s", (_what, fields, ids) => {
    const { captures, refunds } = find(fields)
    expect([...captures, ...refunds]).toEqual(ids)
  })
})
