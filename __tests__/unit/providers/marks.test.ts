import { refundPayment } from "../../../src/providers/secuconnect/refund/refund-payment"
import type { CheckoutRow } from "../../../src/modules/secuconnect/types"
import { stopServers } from "../secuconnect/support/server"
import { openBench, type Bench } from "./support/ledger"
import { startVendor, type Vendor } from "./support/vendor"

afterEach(stopServers)

let vendor: Vendor
let bench: Bench

beforeEach(async () => {
  vendor = await startVendor()
  bench = await openBench(vendor.url)
})

const look = async () => await bench.ledger.refresh(await bench.read(), "push")
const transaction = () => vendor.transactions["STX_1"]!
const payment = () => transaction().payments[0]!
const refund = async (amount: number) =>
  await refundPayment(bench, {
    data: { checkout_id: bench.checkout.id },
    amount,
    refund_id: "ref_1",
  })

describe("how a payment differs from what was asked for, read anew each time", () => {
  it("an order is placed, and a part is refunded before any sync: it does not differ", async () => {
    await refund(5)
    transaction().sum = 3985
    expect((await look()).mismatch).toBeNull()
  })

  it("it differed while nothing was booked: a refund in Medusa shows that it is", async () => {
    transaction().sum = 3985
    expect((await look()).mismatch).toBe("amount")
    await refund(5)
    expect((await bench.read()).mismatch).toBeNull()
  })

  it("an invoice is reduced in secuOffice, and the capture is seen later", async () => {
    transaction().sum = 1000
    expect((await look()).mismatch).toBe("amount")
    await bench.ledger.updateCheckouts({ id: bench.checkout.id, is_booked: true })
    expect((await look()).mismatch).toBeNull()
  })

  it("secuconnect corrects the amount", async () => {
    transaction().sum = 1
    expect((await look()).mismatch).toBe("amount")
    transaction().sum = 4485
    expect((await look()).mismatch).toBeNull()
  })

  it.each<[string, Partial<CheckoutRow>, number, string]>([
    ["more than was asked for", {}, 4486, "amount"],
    ["another currency", { currency_code: "chf" }, 4485, "currency"],
    ["another currency and less", { currency_code: "chf" }, 1000, "currency"],
  ])("%s stays one, booked or not", async (...[, fields, sum, mismatch]) => {
    transaction().sum = sum
    const { id } = bench.checkout
    for (const is_booked of [false, true]) {
      await bench.ledger.updateCheckouts({ id, ...fields, is_booked })
      expect((await look()).mismatch).toBe(mismatch)
    }
  })

  it("less than was asked for stays one as long as nothing is booked", async () => {
    transaction().sum = 4484
    for (let look_ = 0; look_ < 3; look_++) expect((await look()).mismatch).toBe("amount")
  })
})

describe("other marks, read anew each time", () => {
  it("a dispute that was opened, is resolved, and stays known", async () => {
    const seen: (string | null)[] = []
    for (const status of [4, 6, 1]) {
      payment().status_simple = status
      seen.push((await look()).dispute)
    }
    expect(seen).toEqual(["issue", "issue_resolved", "issue_resolved"])
  })

  it.each([3, 5, 7])("a dispute that is lost: status %s, and paid after all", async (gone) => {
    payment().status_simple = 4
    await look()
    Object.assign(payment(), { status_simple: gone, effective: 0 })
    const lost = { dispute: "lost", status: "failed", effective_amount: null, status_detail: null }
    for (let nth = 0; nth < 2; nth++) expect(await look()).toMatchObject(lost)
    Object.assign(payment(), { status_simple: 6, effective: 4485 })
    const won = { dispute: "issue_resolved", status: "accepted", effective_amount: 4485 }
    expect(await look()).toMatchObject(won)
  })

  it("statuses that do not fit together, until they do", async () => {
    payment().status_simple = 13
    const first = (await look()).unclear_since
    expect(first).not.toBeNull()
    expect((await look()).unclear_since).toEqual(first)
    payment().status_simple = 1
    expect(await look()).toMatchObject({ unclear_since: null, status: "accepted" })
  })

  it("a second payment, until it is refunded", async () => {
    const second = { id: "PCI_2", status_simple: 1, effective: 4485 }
    transaction().payments.push(second)
    expect((await look()).surplus_amount).toBe(4485)
    second.status_simple = 5
    expect((await look()).surplus_amount).toBe(0)
  })
})
