import { outcomeOf, type MadeRefund } from "../../../../src/mapping/money/outcome"

const LOST = { kind: "refund" as const, amount: 1000, amount_before: 4485 }
const made = (id: string, amount: number | null): MadeRefund => ({ id, amount })

interface Row {
  what: string
  effective: number
  refunds: MadeRefund[]
  claimed?: string[]
  found: object
}

const done = (refund_payment_id: string | null) => ({ outcome: "done", refund_payment_id })
const nothing = { outcome: "refused" }
const NOW = { status: "accepted" as const, is_under_way: false }

describe("what became of a refund of 10.00 whose answer got lost, 44.85 having been there", () => {
  it.each<Row>([
    { what: "nothing was taken off", effective: 4485, refunds: [], found: nothing },
    {
      what: "its refund is there",
      effective: 3485,
      refunds: [made("R1", 1000)],
      found: done("R1"),
    },
    {
      what: "its refund is there and not counted yet",
      effective: 4485,
      refunds: [made("R1", 1000)],
      found: done("R1"),
    },
    {
      what: "beside one of another amount that was made elsewhere",
      effective: 2985,
      refunds: [made("R1", 500), made("R2", 1000)],
      found: done("R2"),
    },
    {
      what: "beside one of the same amount: one of the two is ours",
      effective: 2485,
      refunds: [made("R1", 1000), made("R2", 1000)],
      found: done("R1"),
    },
    {
      what: "not it, but one of another amount",
      effective: 3985,
      refunds: [made("R1", 500)],
      found: nothing,
    },
    {
      what: "not it, but two of others that come to the same sum",
      effective: 3485,
      refunds: [made("R1", 600), made("R2", 400)],
      found: nothing,
    },
    {
      what: "not it: that refund belongs to another request",
      effective: 3485,
      refunds: [made("R1", 1000)],
      claimed: ["R1"],
      found: nothing,
    },
    {
      what: "a reduction, which leaves no refund",
      effective: 3485,
      refunds: [],
      found: done(null),
    },
    { what: "a reduction of less, made elsewhere", effective: 3985, refunds: [], found: nothing },
    {
      what: "a reduction of more: nobody can tell whose",
      effective: 2985,
      refunds: [],
      found: { outcome: "unclear" },
    },
    {
      what: "a refund whose amount is not told",
      effective: 3485,
      refunds: [made("R1", null)],
      found: done(null),
    },
    {
      what: "an earlier refund has failed meanwhile: more is there",
      effective: 4985,
      refunds: [],
      found: nothing,
    },
  ])("$what", ({ effective, refunds, claimed = [], found }) => {
    expect(outcomeOf(LOST, { ...NOW, effective, refunds, claimed: new Set(claimed) })).toEqual(
      found,
    )
  })

  it("the whole amount, which leaves the payment void", () => {
    const whole = { ...LOST, amount: 4485 }
    const now = { effective: 0, refunds: [made("R1", 4485)], claimed: new Set<string>() }
    expect(outcomeOf(whole, { ...NOW, ...now })).toEqual(done("R1"))
  })
})

it.each([
  { under_way: true, outcome: "open" },
  { under_way: false, outcome: "unclear" },
])(
  "more was taken off than it asked for, under way is $under_way: $outcome",
  ({ under_way, outcome }) => {
    const now = { ...NOW, effective: 2985, refunds: [], claimed: new Set<string>() }
    expect(outcomeOf(LOST, { ...now, is_under_way: under_way })).toEqual({ outcome })
  },
)

describe("what became of a capture or a cancellation whose answer got lost", () => {
  const facts = { effective: null, refunds: [], claimed: new Set<string>() }
  const request = (kind: "capture" | "cancel") => ({ kind, amount: 4485, amount_before: 4485 })
  it.each([
    ["capture", "accepted", null, "done"],
    ["capture", "waiting", null, "done"],
    ["capture", "authorized", null, "refused"],
    ["capture", "cancelled", null, "refused"],
    ["capture", "unknown", null, "refused"],
    ["cancel", "cancelled", null, "done"],
    ["cancel", "failed", null, "done"],
    ["cancel", "accepted", 0, "done"],
    ["cancel", "accepted", 4485, "refused"],
    ["cancel", "authorized", null, "refused"],
    ["cancel", "open", null, "refused"],
  ] as const)("a %s, and the payment is %s with %s left: %s", (...row) => {
    const [kind, status, effective, outcome] = row
    const now = { ...facts, status, effective }
    expect(outcomeOf(request(kind), { ...now, is_under_way: false })).toMatchObject({ outcome })
    const later = outcome === "refused" ? "open" : outcome
    expect(outcomeOf(request(kind), { ...now, is_under_way: true })).toMatchObject({
      outcome: later,
    })
  })
})
