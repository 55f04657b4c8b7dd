import { cancelPayment } from "../../../src/providers/secuconnect/cancel-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Mishap, type Vendor } from "./support/vendor"

afterEach(stopServers)

interface Given {
  status: string
  payment?: object
}

async function open({ status, payment }: Given): Promise<{ vendor: Vendor; bench: Bench }> {
  const vendor = await startVendor(payment, { status })
  return { vendor, bench: await openBench(vendor.url) }
}

const cancel = (bench: Bench) =>
  cancelPayment(bench, { data: { checkout_id: bench.checkout.id }, payment_id: "pay_1" })
const states = async (bench: Bench) => (await bench.requests()).map(({ state }) => state)

const authorized = { status: "approved", payment: { status_simple: 2 } }
const accepted = { status: "ok", payment: { status_simple: 1 } }

describe("a cancellation, by what is true at secuconnect", () => {
  it.each([
    ["an open page", { status: "created" }, ["cancel STX_1"]],
    ["a promise", authorized, ["cancel STX_1"]],
    [
      "a prepayment that waits",
      { status: "pending", payment: { status_simple: 2 } },
      ["cancel STX_1"],
    ],
    ["money that is in", accepted, ["cancel PCI_1 all"]],
    [
      "money that was refunded in part",
      { ...accepted, payment: { effective: 1000 } },
      ["cancel PCI_1 all"],
    ],
    [
      "money that was refunded in full",
      { ...accepted, payment: { effective: 0, status_simple: 7 } },
      [],
    ],
    ["a cancelled transaction", { status: "cancelled" }, []],
    ["a failed transaction", { status: "failed" }, []],
    ["a void payment", { status: "ok", payment: { status_simple: 5 } }, []],
  ])("of %s", async (_what, given, sent) => {
    const { vendor, bench } = await open(given)
    const data = await cancel(bench)
    expect(vendor.moved).toEqual(sent)
    expect(await states(bench)).toEqual(sent.map(() => "done"))
    expect(data).toMatchObject({ checkout_id: bench.checkout.id, stx_id: "STX_1" })
  })

  it.each([
    ["paid by card", {}],
    ["of which a part was refunded before", { effective: 1000 }],
    ["of which nothing is left to be taken back", { effective: 0 }],
  ])("of a payment that the bank takes back (%s) is refused", async (_what, fields) => {
    const payment = { ...fields, status_simple: 4 }
    const { vendor, bench } = await open({ status: "ok", payment })
    await expect(cancel(bench)).rejects.toMatchObject({
      type: "not_allowed",
      message:
        "secuconnect: the payment cannot be cancelled: the bank has taken the money back or is about to. Resolve that first.",
    })
    expect(vendor.moved).toEqual([])
    expect(await states(bench)).toEqual([])
  })

  it.each<[string, Mishap, string]>([
    ["refuses the call", "refused", "refused"],
    ["breaks the connection before", "lost_before", "open"],
    ["answers garbage", "failed_after", "open"],
  ])(
    "that meets a bank that has just taken the money back (secuconnect %s) was not done by us",
    async (_what, mishap, state) => {
      const { vendor, bench } = await open(accepted)
      Object.assign(vendor, { mishap, takenBackByBank: true })
      await expect(cancel(bench)).rejects.toThrow("the bank has taken the money back")
      expect(await states(bench)).toEqual([state])
    },
  )

  it("of a payment whose dispute was resolved gives the money back", async () => {
    const { vendor, bench } = await open({ status: "ok", payment: { status_simple: 6 } })
    await cancel(bench)
    expect(vendor.moved).toEqual(["cancel PCI_1 all"])
  })

  it.each([
    ["a promise", authorized],
    ["money that is in", accepted],
  ])("twice, of %s, is one", async (_what, given) => {
    const { vendor, bench } = await open(given)
    await cancel(bench)
    await cancel(bench)
    expect(vendor.moved).toHaveLength(1)
  })
})

describe("a cancellation whose answer is lost", () => {
  const done: Mishap[] = ["lost_after", "failed_after", "garbage_after"]
  const both = done.flatMap((mishap) => [
    { mishap, of: "a promise", given: authorized, refundedAs: 5 },
    { mishap, of: "money, void then", given: accepted, refundedAs: 5 },
    { mishap, of: "money, marked for refund then", given: accepted, refundedAs: 7 },
    { mishap, of: "money, accepted as before", given: accepted, refundedAs: 1 },
  ])
  it.each(both)("and that was done ($mishap), of $of", async ({ mishap, given, refundedAs }) => {
    const { vendor, bench } = await open(given)
    Object.assign(vendor, { mishap, refundedAs })
    await cancel(bench)
    expect(vendor.moved).toHaveLength(1)
    expect(await states(bench)).toEqual(["done"])
    vendor.mishap = null
    await cancel(bench)
    expect(vendor.moved).toHaveLength(1)
  })

  it.each([
    ["a promise", authorized],
    ["money that is in", accepted],
  ])(
    "and that was not done, of %s: an error, in doubt; a repetition works",
    async (_what, given) => {
      const { vendor, bench } = await open(given)
      vendor.mishap = "lost_before"
      await expect(cancel(bench)).rejects.toThrow("secuconnect: the cancellation failed.")
      expect(await states(bench)).toEqual(["open"])
      vendor.mishap = null
      await cancel(bench)
      expect(vendor.moved).toHaveLength(1)
    },
  )

  it("and that secuconnect refused: cause and support id, settled", async () => {
    const { vendor, bench } = await open(accepted)
    vendor.mishap = "refused"
    await expect(cancel(bench)).rejects.toMatchObject({
      type: "not_allowed",
      code: "secuconnect_money_request_failed",
      message: "secuconnect: the cancellation failed. not possible (support id f4c1)",
    })
    expect(await states(bench)).toEqual(["refused"])
  })
})

it("goes to the payment that was taken, not to a try that was left", async () => {
  const { vendor, bench } = await open(accepted)
  vendor.transactions["STX_1"]?.payments.unshift({ id: "PCI_0", status_simple: 0, effective: 4485 })
  await cancel(bench)
  expect(vendor.moved).toEqual(["cancel PCI_1 all"])
})
