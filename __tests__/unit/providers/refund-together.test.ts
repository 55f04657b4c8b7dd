import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, takeOff, type Vendor } from "./support/vendor"

afterEach(stopServers)

async function open(payment: object = {}): Promise<{ vendor: Vendor; bench: Bench }> {
  const vendor = await startVendor(payment)
  return { vendor, bench: await openBench(vendor.url) }
}

const refund = (bench: Bench, amount: number, refund_id = "ref_1") =>
  refundPayment(bench, { data: { checkout_id: bench.checkout.id }, amount, refund_id })

const states = async (bench: Bench) => (await bench.requests()).map(({ state }) => state)
const BEING_SENT =
  "secuconnect: another refund of this payment is being sent. Try again in a minute."

describe("two refunds of one payment at the same moment", () => {
  it("one is sent, the other refused at once", async () => {
    const { vendor, bench } = await open()
    const both = await Promise.allSettled([refund(bench, 10, "ref_1"), refund(bench, 10, "ref_2")])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { message: BEING_SENT, code: "secuconnect_money_request_failed" },
    })
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
  })

  it("the second waits for nothing while the first is on its way", async () => {
    const { vendor, bench } = await open()
    const young = { created_at: new Date(), medusa_id: "ref_0" }
    bench.known["refund"] = [{ id: "ref_0" }]
    await bench.addRequest({ kind: "refund", amount: 1000, amount_before: 4485, ...young })
    await expect(refund(bench, 5)).rejects.toThrow(BEING_SENT)
    expect(vendor.moved).toEqual([])
  })

  it("one whose server died does not stand in the way for ever", async () => {
    const { vendor, bench } = await open()
    bench.known["refund"] = [{ id: "ref_0" }]
    const died = { amount: 1000, amount_before: 4485, medusa_id: "ref_0" }
    await bench.addRequest({ kind: "refund", ...died })
    await refund(bench, 5)
    expect(vendor.moved).toEqual(["cancel PCI_1 500"])
    expect(await states(bench)).toEqual(["refused", "done"])
  })

  it("one whose server died after it was made is in Medusa's books: the same again is another", async () => {
    const { vendor, bench } = await open()
    bench.known["refund"] = [{ id: "ref_0" }]
    takeOff(vendor, vendor.transactions["STX_1"]!.payments[0]!, 1000)
    const died = { amount: 1000, amount_before: 4485, medusa_id: "ref_0" }
    await bench.addRequest({ kind: "refund", ...died })
    await refund(bench, 10)
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
    expect((await bench.requests()).map((row) => row.refund_payment_id)).toEqual([
      "PCI_1_R1",
      "PCI_1_R2",
    ])
  })
})

describe("a refund that only books what was given back elsewhere", () => {
  it("calls nothing and is written down as done", async () => {
    const { vendor, bench } = await open({ effective: 3485 })
    const booking = await bench.addRequest({
      kind: "external_refund",
      amount: 1000,
      amount_before: 4485,
      created_at: new Date(),
    })
    bench.known["refund"] = [{ id: "ref_1", note: `Refunded at secuconnect (${booking.id})` }]
    const calls = vendor.calls.length
    await refund(bench, 10)
    expect(vendor.calls).toHaveLength(calls)
    expect(await bench.requests()).toMatchObject([{ state: "done", medusa_id: "ref_1" }])
  })

  it("is sent when the note names no booking", async () => {
    const { vendor, bench } = await open()
    await bench.addRequest({ kind: "external_refund", amount: 1000, amount_before: 4485 })
    bench.known["refund"] = [{ id: "ref_1", note: "Broken cup" }]
    await refund(bench, 10)
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
  })
})

describe("what a refund tells secuconnect and the ledger", () => {
  it("the reason, in the bank's characters; nothing when there is none", async () => {
    const { vendor, bench } = await open()
    bench.known["refund"] = [{ id: "ref_1", note: "Größe", refund_reason: { label: "Rückgabe" } }]
    await refund(bench, 10, "ref_1")
    await refund(bench, 5, "ref_2")
    const bodies = vendor.calls
      .filter(({ path }) => path.endsWith("/cancel"))
      .map(({ body }) => body)
    expect(bodies).toEqual([
      { reduce_amount_by: 1000, reason: "Rueckgabe: Groesse" },
      { reduce_amount_by: 500 },
    ])
    expect(await bench.requests()).toMatchObject([
      { reason: "Rueckgabe: Groesse", refund_payment_id: "PCI_1_R1" },
      { reason: null, refund_payment_id: "PCI_1_R2", refunds_before: ["PCI_1_R1"] },
    ])
  })

  it("the id of the refund is among those of the payment", async () => {
    const { bench } = await open()
    expect(await refund(bench, 10)).toMatchObject({ payment_ids: ["PCI_1", "PCI_1_R1"] })
  })
})

it("a card authorisation is reduced once", async () => {
  const vendor = await startVendor({ status_simple: 2 }, { status: "approved" })
  const bench = await openBench(vendor.url)
  const isCard = { id: bench.checkout.id, method: "creditcard" }
  await bench.ledger.updateCheckouts(isCard)
  await refund(bench, 10)
  await bench.ledger.updateCheckouts(isCard)
  await expect(refund(bench, 5, "ref_2")).rejects.toThrow("can be reduced only once")
  expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
})

it("more than was asked for is gone, and nothing tells whose that is: a person has to look", async () => {
  const { vendor, bench } = await open({ effective: 2985, status_simple: 14 })
  await bench.addRequest({ kind: "refund", amount: 1000, amount_before: 4485 })
  await expect(refund(bench, 10)).rejects.toThrow("Compare the order's refunds with secuOffice")
  expect(vendor.moved).toEqual([])
  expect(await states(bench)).toEqual(["unclear"])
})
