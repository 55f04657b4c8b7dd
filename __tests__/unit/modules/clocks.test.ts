import type { CheckoutRow } from "../../../src/modules/secuconnect/types"
import { refreshIfStale } from "../../../src/workflows/sync/refresh-if-stale"
import { openBench, type Bench } from "../providers/support/ledger"
import { startVendor, type Vendor } from "../providers/support/vendor"
import { stopServers } from "../secuconnect/support/server"

/** Everything but the date goes on as it does. */
const REAL = [
  ...(["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate"] as const),
  ...(["clearImmediate", "setInterval", "clearInterval", "setTimeout", "clearTimeout"] as const),
]

/** What follows happens on a server whose clock is that far ahead, in ms. */
function onServer(ahead: number): void {
  jest.useFakeTimers({ doNotFake: REAL, now: bench.databaseTime().getTime() + ahead })
}

let vendor: Vendor
let bench: Bench

beforeEach(async () => {
  vendor = await startVendor()
  bench = await openBench(vendor.url)
})
afterEach(() => jest.useRealTimers())
afterEach(stopServers)

const HOUR = 3_600_000
const SKEWS = [
  ["an hour behind", -HOUR],
  ["half a minute behind", -30_000],
  ["half a minute ahead", 30_000],
  ["an hour ahead", HOUR],
] as const

const reads = () =>
  vendor.calls.filter(({ path }) => path.endsWith("/Smart/Transactions/STX_1")).length
const row = () => bench.read()

async function read(checkout: CheckoutRow): Promise<CheckoutRow> {
  return await bench.ledger.refresh(checkout, "push")
}

describe.each(SKEWS)("a server whose clock is %s", (_what, ahead) => {
  it("dates what it reads by the database", async () => {
    onServer(ahead)
    const before = bench.databaseTime().getTime()
    const { checked_at } = await read(await row())
    expect(checked_at?.getTime()).toBeGreaterThanOrEqual(before)
    expect(checked_at?.getTime()).toBeLessThanOrEqual(bench.databaseTime().getTime())
  })

  it("does not keep another server's push from reading", async () => {
    onServer(ahead)
    await read(await row())
    onServer(0)
    const known = reads()
    const push = { checkout_id: bench.checkout.id, source: "push" as const }
    const asked_at = await bench.ledger.now()
    await refreshIfStale(bench, { ...push, asked_at, deadline: Date.now() + 20_000 })
    expect(reads()).toBe(known + 1)
  })

  it("spares itself a reading that another began while it waited", async () => {
    onServer(ahead)
    const push = { checkout_id: bench.checkout.id, source: "push" as const }
    const asked_at = await bench.ledger.now()
    onServer(0)
    await bench.pass(50)
    await read(await row())
    const known = reads()
    onServer(ahead)
    await refreshIfStale(bench, { ...push, asked_at, deadline: Date.now() + 20_000 })
    expect(reads()).toBe(known)
  })

  it("knows a fresh reading of another server from an old one", async () => {
    await read(await row())
    onServer(ahead)
    const known = reads()
    await bench.ledger.refreshUnlessFresh(await row(), "medusa")
    expect(reads()).toBe(known)
    await bench.pass(11_000)
    onServer(ahead)
    await bench.ledger.refreshUnlessFresh(await row(), "medusa")
    expect(reads()).toBe(known + 1)
  })

  it("neither gives up nor keeps open what another has sent", async () => {
    const { moneyRequests } = bench.ledger
    const checkout_id = bench.checkout.id
    const sent = { kind: "refund" as const, target_id: "PCI_1", amount: 100, amount_before: 4485 }
    await moneyRequests.open({ checkout_id, ...sent })
    onServer(ahead)
    expect(await moneyRequests.listLost(checkout_id)).toEqual([])
    await bench.pass(10 * 60_000)
    onServer(ahead)
    expect(await moneyRequests.listLost(checkout_id)).toHaveLength(1)
  })

  it("makes due at once what it marks to be cancelled", async () => {
    onServer(ahead)
    await bench.ledger.requestCancellation([bench.checkout.id])
    const { due_at, cancel_requested_at } = await row()
    expect(due_at?.getTime()).toBeLessThanOrEqual(bench.databaseTime().getTime())
    expect(bench.databaseTime().getTime() - (due_at?.getTime() ?? 0)).toBeLessThan(60_000)
    expect(cancel_requested_at).toEqual(due_at)
  })

  it("dates new rows so that the newest of several servers is the newest", async () => {
    onServer(ahead)
    const first = await bench.ledger.beginCheckout(STARTED)
    await bench.pass(5)
    onServer(-ahead)
    const second = await bench.ledger.beginCheckout(STARTED)
    expect(second.checkout.created_at.getTime()).toBeGreaterThan(
      first.checkout.created_at.getTime(),
    )
  })
})

const STARTED = {
  ...{ payment_session_id: "payses_2", amount: 4485, currency_code: "eur" },
  ...{ contract_id: "GCR_1", is_demo: false },
}
