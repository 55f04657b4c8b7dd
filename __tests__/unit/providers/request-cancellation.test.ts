import { requestCancellation } from "../../../src/providers/secuconnect/request-cancellation"
import { stopServers } from "../secuconnect/support/server"
import { openBench } from "./support/ledger"
import { startVendor } from "./support/vendor"

afterEach(stopServers)

const open = async () => {
  const vendor = await startVendor({}, { status: "created" })
  const bench = await openBench(vendor.url)
  const cradle = { secuconnect: bench.ledger, query: bench.query, logger: bench.logger }
  return { vendor, bench, cradle }
}

describe("a deleted session", () => {
  it("marks its Smart Transactions, due now, and calls nothing", async () => {
    const { vendor, bench, cradle } = await open()
    const second = await bench.addCheckout()
    const other = await bench.addCheckout({ payment_session_id: "payses_2" })
    const before = vendor.calls.length
    await requestCancellation(cradle, { session_id: "payses_1" })
    expect(vendor.calls).toHaveLength(before)
    for (const id of [bench.checkout.id, second.id]) {
      const { cancel_requested_at, due_at } = await bench.read(id)
      expect(Number(cancel_requested_at)).toBeGreaterThan(0)
      expect(due_at).toEqual(cancel_requested_at)
    }
    expect((await bench.read(other.id)).cancel_requested_at).toBeNull()
  })

  it.each<[string, unknown]>([
    ["no data", undefined],
    ["null", null],
    ["no session's id", { id: "x" }],
    ["an empty id, which would find any", { session_id: "" }],
    ["an id that is none", { session_id: { $ne: null } }],
    ["a session that nobody knows", { session_id: "payses_9" }],
  ])("with %s marks nothing and does not throw", async (_what, data) => {
    const { bench, cradle } = await open()
    await requestCancellation(cradle, data)
    expect((await bench.read()).cancel_requested_at).toBeNull()
    expect(bench.log).toEqual([])
  })

  it("does not throw when the ledger is away: it is logged", async () => {
    const { bench } = await open()
    const cradle = {
      query: bench.query,
      logger: bench.logger,
      get secuconnect(): never {
        throw new TypeError("Could not resolve 'secuconnect'")
      },
    }
    await requestCancellation(cradle, { session_id: "payses_1" })
    expect(bench.log).toEqual(["secuconnect: a deleted session could not be marked: TypeError"])
  })
})
