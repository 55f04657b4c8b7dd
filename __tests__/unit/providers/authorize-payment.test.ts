import { authorizePayment } from "../../../src/providers/secuconnect/authorize-payment"
import { stopServers } from "../secuconnect/support/server"
import { openBench } from "./support/ledger"
import { startVendor } from "./support/vendor"

afterEach(stopServers)

const open = async (transaction: object = {}) => {
  const vendor = await startVendor({}, transaction)
  return { vendor, bench: await openBench(vendor.url) }
}

describe("what Medusa is told when a cart is completed", () => {
  it.each([
    ["created", "pending"],
    ["processing", "pending"],
    ["approved", "authorized"],
    ["pending", "pending_authorization"],
    ["ok", "captured"],
    ["received", "captured"],
    ["shipped", "captured"],
    ["collection", "captured"],
    ["collected", "captured"],
    ["failed", "error"],
    ["cancelled", "canceled"],
    ["expired", "pending"],
  ])("%s: %s", async (status, told) => {
    const { bench } = await open({ status })
    const { status: answer, data } = await authorizePayment(bench, "payses_1")
    expect(answer).toBe(told)
    expect(data).toMatchObject({ session_id: "payses_1", checkout_id: bench.checkout.id })
  })

  it.each([
    ["ok", "requires_more"],
    ["approved", "requires_more"],
    ["pending", "requires_more"],
    ["created", "pending"],
    ["failed", "error"],
    ["cancelled", "canceled"],
  ])("%s over another amount: %s", async (status, told) => {
    const { bench } = await open({ status, sum: 1 })
    expect((await authorizePayment(bench, "payses_1")).status).toBe(told)
  })

  it.each([["payses_2"], ["undefined"], [""]])(
    "an error for a session that nobody knows: %j",
    async (id) => {
      const { bench } = await open()
      expect(await authorizePayment(bench, id)).toEqual({
        status: "error",
        data: { session_id: id },
      })
    },
  )

  it("nothing while secuconnect cannot be read: the call fails", async () => {
    const { bench } = await open({ status: "created" })
    await stopServers()
    await expect(authorizePayment(bench, "payses_1")).rejects.toMatchObject({ kind: "unreachable" })
  })

  it("an unknown status is logged in secuconnect's words", async () => {
    const { bench } = await open({ status: "expired" })
    await authorizePayment(bench, "payses_1")
    expect(bench.log.join("\n")).toContain('STX_1 has the unknown status "expired"')
  })
})

interface Pair {
  older: string
  newer: string
  told: string
  by: "older" | "newer"
}

describe("a session with two Smart Transactions", () => {
  const rows: Pair[] = [
    { older: "ok", newer: "created", told: "captured", by: "older" },
    { older: "approved", newer: "created", told: "authorized", by: "older" },
    { older: "pending", newer: "created", told: "pending_authorization", by: "older" },
    { older: "ok", newer: "pending", told: "captured", by: "older" },
    { older: "ok", newer: "approved", told: "captured", by: "older" },
    { older: "approved", newer: "pending", told: "authorized", by: "older" },
    { older: "pending", newer: "ok", told: "captured", by: "newer" },
    { older: "created", newer: "ok", told: "captured", by: "newer" },
    { older: "ok", newer: "failed", told: "captured", by: "older" },
    { older: "cancelled", newer: "created", told: "pending", by: "newer" },
    { older: "created", newer: "failed", told: "error", by: "newer" },
  ]
  it.each(rows)("$older and then $newer: $told, by the $by", async ({ older, newer, told, by }) => {
    const { vendor, bench } = await open({ status: older })
    const payments = [{ id: "PCI_2", status_simple: 1, effective: 4485 }]
    vendor.transactions["STX_2"] = { status: newer, sum: 4485, payments }
    const second = await bench.addCheckout({ stx_id: "STX_2" })
    const { status, data } = await authorizePayment(bench, "payses_1")
    expect(status).toBe(told)
    expect(data).toMatchObject({ checkout_id: by === "older" ? bench.checkout.id : second.id })
  })

  it("never by one that differs: the other one pays", async () => {
    const { vendor, bench } = await open({ status: "ok" })
    vendor.transactions["STX_2"] = { status: "ok", sum: 1, payments: [] }
    await bench.addCheckout({ stx_id: "STX_2" })
    const { status, data } = await authorizePayment(bench, "payses_1")
    expect(status).toBe("captured")
    expect(data).toMatchObject({ checkout_id: bench.checkout.id })
  })

  it("never by one that was not created", async () => {
    const { bench } = await open({ status: "ok" })
    await bench.ledger.updateCheckouts({ id: bench.checkout.id, creation: "unclear" })
    expect((await authorizePayment(bench, "payses_1")).status).toBe("error")
  })
})
