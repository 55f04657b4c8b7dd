import { isDoubtful } from "../../../src/modules/secuconnect/doubtful"

const AT = new Date("2026-03-10T12:00:00.000Z")
const minutesAgo = (minutes: number) => new Date(AT.getTime() - minutes * 60_000)

const CAPTURED = {
  is_booked: true,
  status: "accepted",
  dispute: null,
  effective_amount: 3_190,
  unclear_since: null,
} as const
const GONE = { status: "failed", effective_amount: null } as const

describe("a reading that says that the money is gone", () => {
  it.each([
    { what: "and it was in until now", before: CAPTURED, is_doubtful: true },
    {
      what: "as one of five minutes ago did",
      before: { ...CAPTURED, ...GONE, unclear_since: minutesAgo(5) },
      is_doubtful: true,
    },
    {
      what: "as one of ten minutes ago did",
      before: { ...CAPTURED, ...GONE, unclear_since: minutesAgo(10) },
      is_doubtful: false,
    },
    { what: "as was known", before: { ...CAPTURED, ...GONE }, is_doubtful: false },
    {
      what: "and it was in dispute until now",
      before: { ...CAPTURED, dispute: "issue", effective_amount: null },
      is_doubtful: true,
    },
    {
      what: "and Medusa has booked nothing of it",
      before: { ...CAPTURED, is_booked: false },
      is_doubtful: false,
    },
    {
      what: "and it was only authorized",
      before: { ...CAPTURED, status: "authorized", effective_amount: null },
      is_doubtful: false,
    },
  ] as const)("$what: doubtful is $is_doubtful", ({ before, is_doubtful }) => {
    expect(isDoubtful(before, GONE, AT)).toBe(is_doubtful)
    expect(isDoubtful(before, { ...GONE, status: "cancelled" }, AT)).toBe(is_doubtful)
  })
})

it.each([
  { what: "is in", found: { status: "accepted", effective_amount: 3_190 } },
  { what: "was given back", found: { status: "cancelled", effective_amount: 0 } },
  { what: "is in dispute", found: { status: "accepted", effective_amount: null } },
] as const)("a reading that says that the money $what is not doubtful", ({ found }) => {
  expect(isDoubtful(CAPTURED, found, AT)).toBe(false)
})
