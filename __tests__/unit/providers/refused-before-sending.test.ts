import { cancelPayment } from "../../../src/providers/secuconnect/cancel-payment"
import { capturePayment } from "../../../src/providers/secuconnect/capture-payment"
import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor } from "./support/vendor"

afterEach(stopServers)

const LINK = { order_id: "order_1", payment_collection_id: "paycol_1" }

const calls = {
  refund: (bench: Bench) =>
    refundPayment(bench, { data: dataOf(bench), amount: 10, refund_id: "ref_1" }),
  cancel: (bench: Bench) => cancelPayment(bench, { data: dataOf(bench), payment_id: "pay_1" }),
  capture: (bench: Bench) => capturePayment(bench, { data: dataOf(bench), capture_id: "capt_1" }),
}
const dataOf = ({ checkout }: Bench) => ({ checkout_id: checkout.id })

interface Given {
  order?: { status?: string; is_draft_order?: boolean; owes?: number }
  change?: string
  /** A status at secuconnect. */
  status?: string
}

async function open({ order, change, status = "ok" }: Given) {
  const vendor = await startVendor({ status_simple: status === "ok" ? 1 : 2 }, { status })
  const bench = await openBench(vendor.url)
  const { owes = 0, ...fields } = order ?? {}
  const summary = { raw_pending_difference: { value: String(-owes), precision: 20 } }
  bench.known["payment"] = [{ id: "pay_1", payment_collection_id: "paycol_1" }]
  bench.known["order_payment_collection"] = order ? [LINK] : []
  bench.known["order"] = order
    ? [{ id: "order_1", status: "pending", currency_code: "eur", summary, ...fields }]
    : []
  const row = { id: "ordch_1", change_type: change, created_at: new Date() }
  bench.known["order_change"] = change ? [row] : []
  vendor.calls.length = 0
  return { vendor, bench }
}

describe("what the core could not book afterwards is refused before secuconnect is asked", () => {
  it.each<{ call: keyof typeof calls; given: Given; said: string }>([
    { call: "refund", given: { order: {}, change: "edit" }, said: "An edit of this order" },
    { call: "refund", given: { order: { owes: 9.99 }, change: "claim" }, said: "A claim" },
    { call: "refund", given: { order: { status: "canceled" } }, said: "The order is cancelled" },
    { call: "cancel", given: { order: {}, change: "transfer" }, said: "A request to transfer" },
    {
      call: "cancel",
      given: { order: {}, change: "return_receive", status: "approved" },
      said: "The receipt of a return",
    },
    {
      call: "capture",
      given: { order: { status: "canceled" }, status: "approved" },
      said: "The order is cancelled",
    },
  ])("$call, $given", async ({ call, given, said }) => {
    const { vendor, bench } = await open(given)
    const refused = expect(calls[call](bench)).rejects
    await refused.toMatchObject({ type: "not_allowed", code: "secuconnect_money_request_failed" })
    await expect(calls[call](bench)).rejects.toThrow(said)
    expect(vendor.calls).toEqual([])
    expect(await bench.requests()).toEqual([])
  })

  it.each<{ call: keyof typeof calls; given: Given; sent: string }>([
    { call: "refund", given: { order: { owes: 10 }, change: "edit" }, sent: "cancel PCI_1 1000" },
    { call: "refund", given: { change: "edit" }, sent: "cancel PCI_1 1000" },
    {
      call: "cancel",
      given: { order: { is_draft_order: true }, change: "edit", status: "approved" },
      sent: "cancel STX_1",
    },
    { call: "cancel", given: { order: { status: "canceled" } }, sent: "cancel PCI_1 all" },
    {
      call: "capture",
      given: { order: { owes: -44.85 }, change: "return_request", status: "approved" },
      sent: "start STX_1",
    },
  ])("$call, $given: the core can, and it is sent", async ({ call, given, sent }) => {
    const { vendor, bench } = await open(given)
    await calls[call](bench)
    expect(vendor.moved).toEqual([sent])
  })
})
