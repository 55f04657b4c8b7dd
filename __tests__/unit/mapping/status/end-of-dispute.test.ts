import { endOfDispute } from "../../../../src/mapping/status/end-of-dispute"
import type { PaymentTransaction } from "../../../../src/secuconnect"
import { aPayment, aRefund } from "../support/replies"

const LOST = { dispute: "lost", status: "failed", effective_amount: null }
const withChild = (id?: string) => ({
  related_transactions: [{ hierarchy: "child", ...(id && { id }) }],
})
const child = withChild("PCI_R")

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
  { what: "is accepted again", payments: [aPayment("accepted")], end: { dispute: null } },
  {
    what: "is void, and another one is in",
    payments: [aPayment("void"), aPayment("accepted", { id: "PCI_2" })],
    end: { dispute: null },
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
    expect(endOfDispute({ dispute, payment_ids: known }, { dispute: null, payments })).toEqual(end)
  })

  it.each(["issue", "issue_resolved"] as const)("says itself that it is %s", (found) => {
    const read = { dispute: found, payments: [aPayment(found)] }
    expect(endOfDispute({ dispute, payment_ids: ["PCI_1"] }, read)).toEqual({ dispute: found })
  })
})

it.each([null, "issue_resolved"])(
  "a payment whose dispute was %s before is not lost",
  (dispute) => {
    const read = { dispute: null, payments: [aPayment("void")] }
    expect(endOfDispute({ dispute, payment_ids: ["PCI_1"] }, read)).toEqual({ dispute: null })
  },
)
