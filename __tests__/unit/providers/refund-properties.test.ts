import fc from "fast-check"
import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, takeOff, type Mishap, type Vendor } from "./support/vendor"

const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 25)
const TOTAL = 4485

/** The merchant asks until he is told that it is done, or that it cannot be. */
interface Wish {
  cents: number
  /** What goes wrong with the tries. */
  mishaps: Mishap[]
  /** Given back at secuOffice between the tries. */
  elsewhere: (number | null)[]
}

const cents = fc.constantFrom(100, 500, 1000, 4485)
const mishap = fc.constantFrom<Mishap>("lost_before", "lost_after", "garbage_after", "blind_after")
const wish = fc.record({
  cents,
  mishaps: fc.array(mishap, { maxLength: 2 }),
  elsewhere: fc.array(fc.option(cents), { maxLength: 2 }),
})

afterAll(stopServers)

describe("whatever gets lost and whoever refunds elsewhere", () => {
  it("nothing is given back twice, and the ledger explains every cent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 4 }), async (wishes) => {
        const vendor = await startVendor()
        const bench = await openBench(vendor.url)
        const told = [0]
        for (const one of wishes) told.push(await insist(vendor, bench, one))
        await expectBalance(vendor, bench, sum(told))
        await stopServers()
      }),
      { numRuns: RUNS },
    )
  }, 1_800_000)
})

/** @returns cents that the merchant was told to have been given back */
async function insist(vendor: Vendor, bench: Bench, one: Wish): Promise<number> {
  const tries = [...one.mishaps, null]
  const sentBefore = countOwn(vendor)
  for (const [index, wrong] of tries.entries()) {
    Object.assign(vendor, { mishap: wrong, blind: false })
    const isTold = await ask(bench, one.cents)
    expect(countOwn(vendor) - sentBefore).toBeLessThanOrEqual(1)
    if (isTold) return one.cents
    await bench.age()
    giveBackElsewhere(vendor, one.elsewhere[index] ?? 0)
  }
  return 0
}

/** As Medusa does: the refund's row is there before the call and goes when it fails. */
async function ask(bench: Bench, cents: number): Promise<boolean> {
  const id = `ref_${String(Math.random())}`
  const others = bench.known["refund"] ?? []
  bench.known["refund"] = [...others, { id }]
  try {
    const data = { checkout_id: bench.checkout.id }
    await refundPayment(bench, { data, amount: cents / 100, refund_id: id })
    return true
  } catch {
    bench.known["refund"] = others
    return false
  }
}

function giveBackElsewhere(vendor: Vendor, cents: number): void {
  const payment = vendor.transactions["STX_1"]?.payments[0]
  if (!payment || cents === 0 || cents > payment.effective) return
  takeOff(vendor, payment, cents)
  const made = payment.refunds?.at(-1)
  if (made) made.elsewhere = true
}

/** Refunds that calls of ours have led to, whether or not they were answered. */
function countOwn({ transactions }: Vendor): number {
  const refunds = transactions["STX_1"]?.payments[0]?.refunds ?? []
  return refunds.filter(({ elsewhere }) => !elsewhere).length
}

async function expectBalance(vendor: Vendor, bench: Bench, told: number): Promise<void> {
  // Asking for what cannot be settles what is still in doubt and sends nothing.
  Object.assign(vendor, { mishap: null, blind: false })
  await ask(bench, TOTAL + 1)
  const requests = await bench.requests()
  expect(requests.filter(({ state }) => state === "open")).toEqual([])
  const payment = vendor.transactions["STX_1"]?.payments[0]
  const refunds = payment?.refunds ?? []
  const done = requests.filter(({ state }) => state === "done")
  const ids = done.map(({ refund_payment_id }) => refund_payment_id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const row of done) {
    expect(refunds.find(({ id }) => id === row.refund_payment_id)?.amount).toBe(row.amount)
  }
  const elsewhere = sum(refunds.filter(({ id }) => !ids.includes(id)).map(({ amount }) => amount))
  const ours = sum(done.map(({ amount }) => amount))
  expect(ours + elsewhere).toBe(TOTAL - (payment?.effective ?? TOTAL))
  // A wish that was given up may have been carried out, but none that was told is missing.
  expect(ours).toBeGreaterThanOrEqual(told)
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
