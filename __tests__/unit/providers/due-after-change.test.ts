import { cancelPayment } from "../../../src/providers/secuconnect/cancel-payment"
import { capturePayment } from "../../../src/providers/secuconnect/capture-payment"
import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Vendor } from "./support/vendor"

afterEach(stopServers)

const DAY = 86_400_000

async function open(due_at: Date | null): Promise<{ vendor: Vendor; bench: Bench }> {
  const vendor = await startVendor({})
  const bench = await openBench(vendor.url)
  await bench.ledger.updateCheckouts({ id: bench.checkout.id, due_at })
  return { vendor, bench }
}

type Move = (bench: Bench) => Promise<unknown>

const dataOf = ({ checkout }: Bench) => ({ checkout_id: checkout.id })
const MOVES: [string, Move][] = [
  ["a capture", (bench) => capturePayment(bench, { data: dataOf(bench), capture_id: undefined })],
  [
    "a refund",
    (bench) => refundPayment(bench, { data: dataOf(bench), amount: 10, refund_id: "ref_1" }),
  ],
  ["a cancellation", (bench) => cancelPayment(bench, { data: dataOf(bench), payment_id: "pay_1" })],
]

describe.each(MOVES)("%s", (_name, move) => {
  it.each<[string, Date | null]>([
    ["would never be looked at again", null],
    ["would be looked at in a week", new Date(Date.now() + 7 * DAY)],
  ])("is looked at within minutes, should the server die: the payment %s", async (_why, due_at) => {
    const { bench } = await open(due_at)
    await move(bench)
    const due = (await bench.read()).due_at?.getTime() ?? Infinity
    expect(due).toBeLessThan(Date.now() + 6 * 60_000)
    expect(due).toBeGreaterThan(Date.now())
  })

  it("leaves a payment that is due sooner as it is", async () => {
    const soon = new Date(Date.now() + 1_000)
    const { bench } = await open(soon)
    await move(bench)
    expect((await bench.read()).due_at).toEqual(soon)
  })
})
