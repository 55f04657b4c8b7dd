import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Vendor } from "./support/vendor"

afterEach(stopServers)

/** An order that has been paid, and owes its customer so much. */
async function open(owes = 0): Promise<{ vendor: Vendor; bench: Bench }> {
  const vendor = await startVendor()
  const bench = await openBench(vendor.url)
  const collection = { payment_collection_id: "paycol_1" }
  bench.known["payment"] = [
    { ...collection, id: "pay_1", captures: [], refunds: [{ id: "ref_0" }] },
  ]
  bench.known["order_payment_collection"] = [{ ...collection, order_id: "order_1" }]
  owe(bench, owes)
  return { vendor, bench }
}

function owe(bench: Bench, owes: number): void {
  const summary = { pending_difference: -owes }
  bench.known["order"] = [{ id: "order_1", status: "pending", summary, transactions: [] }]
}

const refund = (bench: Bench, amount: number) => {
  const data = { checkout_id: bench.checkout.id }
  return refundPayment(bench, { data, amount, refund_id: "ref_1" })
}

/** Its transaction is not there yet. */
const sentBefore = { kind: "refund", amount: 500, amount_before: 4485, medusa_id: "ref_0" } as const

describe("a refund that the shop's own code asks for, without the order's lock", () => {
  it("takes the lock, sends, and gives it back", async () => {
    const { vendor, bench } = await open()
    await refund(bench, 10)
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
    expect(bench.locks).toEqual(["covers", "take", "release"])
  })

  it("waits for the booking of one that was sent before", async () => {
    const { vendor, bench } = await open()
    await bench.addRequest({ ...sentBefore, state: "done", created_at: new Date() })
    const made = refund(bench, 10)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(vendor.moved).toEqual([])
    const transactions = [{ reference_id: "ref_0" }]
    bench.known["order"] = [{ id: "order_1", status: "pending", summary: null, transactions }]
    await made
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
  })

  it.each([
    { owed: 10, then: 0, asked: 10 },
    { owed: 30, then: 5, asked: 12.5 },
    { owed: 0, then: 20, asked: 1 },
  ])(
    "is refused where its credit line would be another by then: $owed was owed, then $then",
    async ({ owed, then, asked }) => {
      const { vendor, bench } = await open(owed)
      bench.onTake = () => {
        owe(bench, then)
      }
      await expect(refund(bench, asked)).rejects.toThrow("The order has changed meanwhile")
      expect(vendor.moved).toEqual([])
      expect(bench.locks).toEqual(["covers", "take", "release"])
    },
  )

  it("is sent where its credit line stays the same", async () => {
    const { vendor, bench } = await open(30)
    bench.onTake = () => {
      owe(bench, 20)
    }
    await refund(bench, 12.5)
    expect(vendor.moved).toEqual(["cancel PCI_1 1250"])
  })
})

describe("a refund whose caller holds the order's lock", () => {
  it("is sent at once", async () => {
    const { vendor, bench } = await open()
    bench.isLocked = true
    await refund(bench, 10)
    expect(vendor.moved).toEqual(["cancel PCI_1 1000"])
    expect(bench.locks).toEqual(["covers"])
  })

  it("is refused while another one of the same payment is not booked", async () => {
    const { vendor, bench } = await open()
    bench.isLocked = true
    await bench.addRequest({ ...sentBefore, state: "done", created_at: new Date() })
    await expect(refund(bench, 10)).rejects.toThrow("another refund of this payment is being sent")
    expect(vendor.moved).toEqual([])
  })
})
