import { endOfDispute } from "../../../../src/mapping/status/end-of-dispute"
import type { PaymentTransaction } from "../../../../src/secuconnect"
import { aPayment, aRefund } from "../support/replies"

const LOST = { dispute: "lost", status: "failed", effective_amount: null }
const RESOLVED = { dispute: "issue_resolved" }
const withChild = (id?: string) => ({
  related_transactions: [{ hierarchy: "child", ...(id && { id }) }],
})
const child = withChild("PCI_R")

const BOOKED = {
  status: "accepted",
  dispute: null,
  effective_amount: 3_190,
  is_booked: true,
  payment_ids: ["PCI_1"],
  unclear_since: null,
} as const
const FAILED = { status: "failed", effective_amount: null } as const

interface Row {
  what: string
  payments: PaymentTransaction[]
  /** Ids that were known while the bank had the money. */
  known?: string[]
  end: object
}

const rows: Row[] = [
  ...(["denied", "void", "refund"] as const).map((status) => ({
    what: `is ${status}: lost`,
    payments: [aPayment(status)],
    end: LOST,
  })),
  {
    what: "is void beside tries that came to nothing: lost",
    payments: [
      aPayment("denied", { id: "PCI_0" }),
      aPayment("created", { id: "PCI_2" }),
      aPayment("void"),
    ],
    end: LOST,
  },
  {
    what: "is void, and had a refund before the dispute: the rest is lost",
    payments: [aPayment("void", child), aRefund()],
    known: ["PCI_1", "PCI_R"],
    end: LOST,
  },
  {
    what: "is void, and names a refund since: given back",
    payments: [aPayment("void", child)],
    end: { dispute: null },
  },
  {
    what: "is being given back, and lists the refund since",
    payments: [aPayment("refund"), aRefund()],
    end: { dispute: null },
  },
  {
    what: "is void, and has a refund that nobody can tell from others",
    payments: [aPayment("void", withChild())],
    end: { dispute: null },
  },
  {
    what: "is accepted again, without the word: resolved",
    payments: [aPayment("accepted")],
    end: RESOLVED,
  },
  {
    what: "is void, and another one is in: resolved",
    payments: [aPayment("void"), aPayment("accepted", { id: "PCI_2" })],
    end: RESOLVED,
  },
  {
    what: "is on hold: nobody has said how it ended",
    payments: [aPayment("on_hold")],
    end: { dispute: "issue" },
  },
  {
    what: "has a status that nobody knows",
    payments: [aPayment("unknown")],
    end: { dispute: "issue" },
  },
  { what: "is not named any more", payments: [], end: { dispute: "issue" } },
]

describe.each(["issue", "lost"])("a payment that was in dispute (%s)", (dispute) => {
  it.each(rows)("$what", ({ payments, known = ["PCI_1"], end }) => {
    const before = { ...BOOKED, dispute, payment_ids: known }
    expect(endOfDispute(before, { dispute: null, payments })).toEqual(end)
  })

  it.each(["issue", "issue_resolved"] as const)("says itself that it is %s", (found) => {
    const read = { dispute: found, payments: [aPayment(found)] }
    expect(endOfDispute({ ...BOOKED, dispute }, read)).toEqual({ dispute: found })
  })
})

it.each([null, "issue_resolved"])(
  "a payment whose dispute was %s before is not lost",
  (dispute) => {
    const read = { dispute: null, payments: [aPayment("void")] }
    expect(endOfDispute({ ...BOOKED, dispute }, read)).toEqual({ dispute: null })
  },
)

describe("a payment that is in", () => {
  it.each([
    { what: "and was never away", before: {}, dispute: null },
    { what: "and had failed after it was booked", before: FAILED, dispute: "issue_resolved" },
    {
      what: "and a single reading said that it had failed",
      before: { ...FAILED, unclear_since: new Date(0) },
      dispute: null,
    },
    {
      what: "and had failed before anything was booked",
      before: { ...FAILED, is_booked: false },
      dispute: null,
    },
    {
      what: "and has come back before",
      before: { dispute: "issue_resolved" },
      dispute: "issue_resolved",
    },
  ])("$what: $dispute", ({ before, dispute }) => {
    const read = { dispute: null, payments: [aPayment("accepted")] }
    expect(endOfDispute({ ...BOOKED, ...before }, read)).toEqual({ dispute })
  })
})
