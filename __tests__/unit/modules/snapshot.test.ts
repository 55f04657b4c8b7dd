import type { FetchedFinding } from "../../../src/modules/secuconnect/fetch-finding"
import { leastAmounts, snapshotOf as snapshotAt } from "../../../src/modules/secuconnect/snapshot"
import { aPayment, aRefund, aTransaction } from "../mapping/support/replies"

const look = (fields: Partial<FetchedFinding> = {}): FetchedFinding => ({
  transaction: aTransaction(),
  payments: [],
  status: "accepted",
  mismatch: null,
  dispute: null,
  unclear: false,
  effective_amount: null,
  surplus_amount: 0,
  ...fields,
})

const AT = new Date("2026-03-10T12:00:00.000Z")
const snapshotOf = (found: FetchedFinding, unclear_since: Date | null = null) =>
  snapshotAt(found, { at: AT, unclear_since })

describe("what the ledger keeps of a look", () => {
  it("is the finding, status, method and number", () => {
    const transaction = aTransaction({
      status: "OK",
      payment_method: "Prepay",
      trans_id: 110099700,
    })
    expect(snapshotOf(look({ transaction, mismatch: "amount", dispute: "issue" }))).toMatchObject({
      stx_status: "OK",
      method: "prepaid",
      trans_id: "110099700",
      status: "accepted",
      mismatch: "amount",
      dispute: "issue",
    })
  })

  it("is null where nothing was said, so that an older value goes", () => {
    expect(snapshotOf(look())).toMatchObject({
      method: null,
      trans_id: null,
      instructions: null,
      payment_ids: [],
      payments: [],
    })
  })

  it("is a status that nobody knows in the vendor's own words", () => {
    const transaction = aTransaction({ status: "expired" })
    expect(snapshotOf(look({ transaction, status: "unknown" })).stx_status).toBe("expired")
  })

  it("is every payment; a refund is told apart", () => {
    const payments = [aPayment("denied", { id: "PCI_0" }), aPayment(), aRefund({ trans_id: 7 })]
    const seen = { trans_id: null, amount: 4485, currency: "EUR", is_refund: false }
    expect(snapshotOf(look({ payments })).payments).toEqual([
      { ...seen, id: "PCI_0", status: "denied" },
      { ...seen, id: "PCI_1", status: "accepted" },
      { ...seen, id: "PCI_R", status: "accepted", trans_id: "7", amount: -1000, is_refund: true },
    ])
  })

  it("is the account to transfer to, without the address of an image", () => {
    const payment_instructions = {
      owner: "secupay AG",
      iban: "DE81850400611005523759",
      purpose: "TA 1",
      girocode_url: "https://connect-testing.secuconnect.com/qr/epc?stx=STX_1",
    }
    const transaction = aTransaction({ payment_instructions })
    expect(snapshotOf(look({ transaction })).instructions).toEqual({
      owner: "secupay AG",
      iban: "DE81850400611005523759",
      bic: null,
      bank_name: null,
      purpose: "TA 1",
    })
  })

  it("says when it was", () => {
    expect(snapshotOf(look()).checked_at).toEqual(AT)
  })

  const earlier = new Date("2026-03-10T11:55:00.000Z")
  it.each([
    ["fit together: nothing", { unclear: false }, null, null],
    ["fit together again: nothing any more", { unclear: false }, earlier, null],
    ["do not fit together: since now", { unclear: true }, null, AT],
    ["still do not: since then", { unclear: true }, earlier, earlier],
  ])("says since when the statuses %s", (...[, fields, before, since]) => {
    expect(snapshotOf(look(fields), before).unclear_since).toEqual(since)
  })
})

describe("the ids by which a push is recognised", () => {
  const related_transactions = [
    { id: "PCI_R", hierarchy: "child" },
    { id: "PCI_R2", hierarchy: "child" },
    { id: "PCI_P", hierarchy: "parent" },
    { id: "PCI_R3" },
  ]
  const ids = ["PCI_1", "PCI_R", "PCI_R2", "PCI_R3"]

  it("are those of the payments and of what hangs on them, never those above", () => {
    const payments = [aPayment("accepted", { related_transactions })]
    expect(snapshotOf(look({ payments })).payment_ids).toEqual(ids)
  })

  it("are named once each", () => {
    const payments = [aPayment("accepted", { related_transactions }), aRefund()]
    expect(snapshotOf(look({ payments })).payment_ids).toEqual(ids)
  })
})

it("holds nothing of the buyer", () => {
  const buyer = { contact: { forename: "Erika", surname: "Muster", email: "e@example.org" } }
  const transaction = aTransaction({ customer: buyer, shipping_address: buyer })
  const payment = aPayment("accepted", { customer: buyer, payment_data: "DE12 *** 456" })
  const kept = JSON.stringify(snapshotOf(look({ transaction, payments: [payment] })))
  expect(kept).not.toMatch(/Erika|Muster|example\.org|DE12/)
})

describe("the least that is a refund or a reduction, and no mismatch", () => {
  const open = {
    ...{ is_booked: false, order_id: null, status: null, waiting_since: null },
    ...{ amount: 3_190, effective_amount: null, payments: null },
  }
  const waits = { order_id: "order_1", status: "waiting", waiting_since: AT } as const
  const inFull = { of_transaction: 3_190, waiting: 0, otherwise: 3_190 }

  it.each([
    [
      "anything once Medusa has booked the payment",
      { is_booked: true },
      { of_transaction: 0, waiting: 0, otherwise: 0 },
    ],
    ["of a transfer that an order waits for: what is waited for", waits, inFull],
    [
      "of one that was seen to be reduced: what was seen",
      { ...waits, effective_amount: 2_000 },
      { ...inFull, otherwise: 2_000 },
    ],
    ["none when nobody waits for it yet", { ...waits, waiting_since: null }, null],
    ["none when it has no order", { ...waits, order_id: null }, null],
    ["none when it was not promised before", { ...waits, status: "open" }, null],
    ["none for what is new", {}, null],
  ] as const)("%s", (_what, fields, least) => {
    expect(leastAmounts({ ...open, ...fields })).toEqual(least)
  })
})
