import { cancelPayment } from "../../../src/providers/secuconnect/cancel-payment"
import { capturePayment } from "../../../src/providers/secuconnect/capture-payment"
import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor } from "./support/vendor"

afterEach(stopServers)

const ODD: [string, unknown][] = [
  ["an empty list", []],
  ["an empty object", {}],
  ["a result", { result: true }],
  ["a result as 1", { result: "1" }],
  ["null", null],
  ["true", true],
  ["a text", "ok"],
  ["a list of nothing", [null]],
  ["an object without its id", { object: "payment.transactions" }],
  ["something else", { object: "general.contracts", id: 7 }],
  ["payments by number", { "1": { id: "PCI_1" } }],
]

const states = async (bench: Bench) => (await bench.requests()).map(({ state }) => state)

describe("an odd answer to what was done: the ledger finds out, and nothing is done twice", () => {
  it.each(ODD)("a refund answered by %s", async (_what, json) => {
    const vendor = await startVendor()
    const bench = await openBench(vendor.url)
    vendor.oddAnswer = { json }
    const call = { data: { checkout_id: bench.checkout.id }, amount: 10, refund_id: "ref_1" }
    await refundPayment(bench, call)
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
    expect(await states(bench)).toEqual(["done"])
    expect((await bench.read()).effective_amount).toBe(3485)
  })

  it.each(ODD)("the cancellation of a payment answered by %s", async (_what, json) => {
    const vendor = await startVendor()
    const bench = await openBench(vendor.url)
    vendor.oddAnswer = { json }
    const call = { data: { checkout_id: bench.checkout.id }, payment_id: "pay_1" }
    await cancelPayment(bench, call)
    expect(vendor.moved).toEqual(["cancel PCI_1 all"])
    expect(await states(bench)).toEqual(["done"])
    await cancelPayment(bench, call)
    expect(vendor.moved).toHaveLength(1)
  })

  it.each(ODD)("the cancellation of a promise answered by %s", async (_what, json) => {
    const vendor = await startVendor({}, { status: "approved" })
    const bench = await openBench(vendor.url)
    vendor.oddAnswer = { json }
    const call = { data: { checkout_id: bench.checkout.id }, payment_id: "pay_1" }
    await cancelPayment(bench, call)
    expect(vendor.moved).toEqual(["cancel STX_1"])
    expect(await states(bench)).toEqual(["done"])
    expect((await bench.read()).status).toBe("cancelled")
  })

  it.each(ODD)("a capture answered by %s", async (_what, json) => {
    const vendor = await startVendor({}, { status: "approved" })
    const bench = await openBench(vendor.url)
    vendor.oddAnswer = { json }
    const call = { data: { checkout_id: bench.checkout.id }, capture_id: "cap_1" }
    await capturePayment(bench, call)
    expect(vendor.moved).toEqual(["start STX_1"])
    expect(await states(bench)).toEqual(["done"])
    expect((await bench.read()).status).toBe("accepted")
  })
})

describe("a status that nobody knows", () => {
  const open = async (status: string, payment: object = {}) => {
    const vendor = await startVendor(payment, { status })
    return { vendor, bench: await openBench(vendor.url) }
  }
  const later = async (bench: Bench, hours: number) => {
    await bench.pass(hours * 3_600_000)
    return await bench.ledger.refresh(await bench.read(), "schedule")
  }

  it.each(["aborted", "expired", "timeout", "", "rejected_by_risk"])(
    '"%s": without a payment that is alive it is over after a day, and stays so',
    async (status) => {
      const { bench } = await open(status, { status_simple: 5 })
      expect(await bench.read()).toMatchObject({ status: "unknown", unclear_since: null })
      expect(await later(bench, 23)).toMatchObject({ status: "unknown" })
      expect(await later(bench, 2)).toMatchObject({ status: "cancelled", stx_status: status })
      expect(await later(bench, 1)).toMatchObject({ status: "cancelled" })
    },
  )

  it.each([
    ["that is authorised", 2],
    ["that is waited for", 10],
    ["that is on hold", 13],
    ["of a status that nobody knows either", 99],
  ])("with a payment %s it stays unclear", async (_what, status_simple) => {
    const { bench } = await open("aborted", { status_simple })
    const row = await later(bench, 72)
    expect(row.status).toBe("unknown")
    expect(row.unclear_since).not.toBeNull()
  })

  it("is not over for a moment in which no payment was listed", async () => {
    const { vendor, bench } = await open("aborted", { status_simple: 2 })
    const transaction = vendor.transactions["STX_1"]
    await later(bench, 72)
    const payments = transaction?.payments.splice(0) ?? []
    expect(await later(bench, 1)).toMatchObject({ status: "unknown" })
    transaction?.payments.push(...payments)
    expect(await later(bench, 1)).toMatchObject({ status: "unknown" })
  })

  it("that was over is money again when money comes", async () => {
    const { vendor, bench } = await open("expired", { status_simple: 5 })
    await later(bench, 25)
    const transaction = vendor.transactions["STX_1"]
    if (transaction?.payments[0]) {
      transaction.status = "ok"
      transaction.payments[0].status_simple = 1
    }
    expect(await later(bench, 1)).toMatchObject({ status: "accepted", mismatch: null })
  })
})

describe("what an answer leaves open is told in the history, once", () => {
  it("where no contract is named", async () => {
    const vendor = await startVendor({}, { status: "approved", contract: null })
    const bench = await openBench(vendor.url)
    await bench.ledger.refresh(await bench.read(), "push")
    if (vendor.transactions["STX_1"]) vendor.transactions["STX_1"].status = "pending"
    await bench.ledger.refresh(await bench.read(), "push")
    const told = await bench.ledger.listCheckoutEvents({ finding: "odd_reply" })
    expect(told.map(({ detail }) => detail)).toEqual([{ problem: "no contract is named" }])
  })
})
