import { fetchFinding } from "../../../src/modules/secuconnect/fetch-finding"
import { SecuconnectTimeoutError, SecuconnectUnreadableError } from "../../../src/secuconnect"
import { clientFor, startServer, stopServers, type Answer } from "../secuconnect/support/server"

afterEach(stopServers)

const target = {
  stx_id: "STX_1",
  amount: 4485,
  currency_code: "eur",
  contract_id: "GCR_1",
  is_demo: false,
}

const stx = (...ids: string[]) => ({
  object: "smart.transactions",
  id: "STX_1",
  status: "ok",
  transactions: ids.map((id) => ({ object: "payment.transactions", id })),
})

const payment = (id: string, fields: object = {}) => ({
  id,
  amount: 4485,
  currency: "EUR",
  details: { status_simple: 1 },
  ...fields,
})

const silent = { amount: undefined, currency: undefined }
const status = { status_simple: 1, amount: 4485, currency: "EUR" }

/** A server that knows these paths and nothing else. */
async function looking(replies: Record<string, object>, signal?: AbortSignal) {
  const server = await startServer({
    api: ({ path }): Answer => {
      const json = replies[path.replace("/api/v2/", "")]
      return json ? { json } : { status: 404, json: { status: "error", error: "NotFound" } }
    },
  })
  const look = await fetchFinding(clientFor(server), target, signal)
  return { look, paths: server.calls.map(({ path }) => path.replace("/api/v2/", "")) }
}

describe("a look at secuconnect", () => {
  it("reads the Smart Transaction once, and each of its payments once", async () => {
    const { look, paths } = await looking({
      "Smart/Transactions/STX_1": stx("PCI_0", "PCI_1"),
      "Payment/Transactions/PCI_0": payment("PCI_0", { details: { status_simple: 3 } }),
      "Payment/Transactions/PCI_1": payment("PCI_1"),
    })
    expect(paths[0]).toBe("Smart/Transactions/STX_1")
    expect(paths.toSorted()).toEqual([
      "Payment/Transactions/PCI_0",
      "Payment/Transactions/PCI_1",
      "Smart/Transactions/STX_1",
    ])
    expect(look).toMatchObject({ status: "accepted", mismatch: null, dispute: null })
    expect(look.payments.map(({ id, status_simple }) => [id, status_simple])).toEqual([
      ["PCI_0", "denied"],
      ["PCI_1", "accepted"],
    ])
  })

  it("reads nothing more while there is no payment", async () => {
    const { look, paths } = await looking({
      "Smart/Transactions/STX_1": { ...stx(), status: "created" },
    })
    expect(paths).toEqual(["Smart/Transactions/STX_1"])
    expect(look).toMatchObject({ status: "open", payments: [] })
  })

  it("leaves out what is no payment of ours to read", async () => {
    const loyalty = { object: "loyalty.transactions", id: "LTX_1" }
    const { paths } = await looking({
      "Smart/Transactions/STX_1": { ...stx(), transactions: [loyalty] },
    })
    expect(paths).toEqual(["Smart/Transactions/STX_1"])
  })
})

describe("a payment whose reply is silent about amount or currency", () => {
  it.each([
    ["neither", silent],
    ["no amount", { amount: null }],
    ["no currency", { currency: null }],
  ])("names %s: checkStatus is asked", async (_what, fields) => {
    const { look, paths } = await looking({
      "Smart/Transactions/STX_1": stx("PCI_1"),
      "Payment/Transactions/PCI_1": payment("PCI_1", fields),
      "Payment/Transactions/PCI_1/checkStatus": status,
    })
    expect(paths).toHaveLength(3)
    expect(look.mismatch).toBeNull()
    expect(look.payments[0]).toMatchObject({ amount: 4485, currency: "EUR" })
  })

  it("is told when checkStatus has another amount or currency", async () => {
    const reads = {
      "Smart/Transactions/STX_1": stx("PCI_1"),
      "Payment/Transactions/PCI_1": payment("PCI_1", silent),
    }
    const checkStatus = "Payment/Transactions/PCI_1/checkStatus"
    const less = await looking({ ...reads, [checkStatus]: { ...status, amount: 1 } })
    expect(less.look.mismatch).toBe("amount")
    const francs = await looking({ ...reads, [checkStatus]: { ...status, currency: "CHF" } })
    expect(francs.look.mismatch).toBe("currency")
  })

  it("is asked for alone: not the others, no failed try, no refund", async () => {
    const { paths } = await looking({
      "Smart/Transactions/STX_1": stx("PCI_0", "PCI_1", "PCI_2", "PCI_R"),
      "Payment/Transactions/PCI_0": payment("PCI_0", { ...silent, details: { status_simple: 3 } }),
      "Payment/Transactions/PCI_1": payment("PCI_1", silent),
      "Payment/Transactions/PCI_2": payment("PCI_2"),
      "Payment/Transactions/PCI_R": payment("PCI_R", { ...silent, parents: [{ id: "PCI_1" }] }),
      "Payment/Transactions/PCI_1/checkStatus": status,
    })
    expect(paths.filter((path) => path.endsWith("checkStatus"))).toEqual([
      "Payment/Transactions/PCI_1/checkStatus",
    ])
  })
})

describe("two payments of one Smart Transaction whose money is in", () => {
  const both = (second: object) => ({
    "Smart/Transactions/STX_1": stx("PCI_1", "PCI_2"),
    "Payment/Transactions/PCI_1": payment("PCI_1"),
    "Payment/Transactions/PCI_2": payment("PCI_2", second),
  })
  const child = { related_transactions: [{ id: "PCI_R", hierarchy: "child" }] }

  it.each([
    ["accepted as well", {}, 4485],
    ["an invoice that is paid", { details: { status_simple: 9 } }, 4485],
    ["an invoice that waits for its shipment", { details: { status_simple: 14 } }, 4485],
    ["a dispute that was resolved", { details: { status_simple: 6 } }, 4485],
    ["denied", { details: { status_simple: 3 } }, 0],
    ["only authorised", { details: { status_simple: 2 } }, 0],
    ["taken back by the bank", { details: { status_simple: 4 } }, 0],
    ["a refund", { amount: -1000, parents: [{ id: "PCI_1" }] }, 0],
  ])("the second %s: surplus %s", async (_what, second, surplus_amount) => {
    const { look } = await looking(both(second))
    expect(look).toMatchObject({ status: "accepted", effective_amount: 4485, surplus_amount })
  })

  it("asks what is left of the second where a part of it was refunded", async () => {
    const { look } = await looking({
      ...both(child),
      "Payment/Transactions/PCI_2/checkStatus": { ...status, amount: 485 },
    })
    expect(look).toMatchObject({ effective_amount: 4485, surplus_amount: 485 })
  })

  it("has no surplus any more when the second was refunded in full", async () => {
    const { look } = await looking(both({ ...child, details: { status_simple: 5 } }))
    expect(look).toMatchObject({ effective_amount: 4485, surplus_amount: 0 })
  })
})

describe("a look that fails", () => {
  it("fails whole when one payment cannot be read: half a finding is none", async () => {
    const found = looking({
      "Smart/Transactions/STX_1": stx("PCI_0", "PCI_1"),
      "Payment/Transactions/PCI_0": payment("PCI_0"),
    })
    await expect(found).rejects.toMatchObject({ kind: "rejected", status: 404 })
  })

  it("fails on a reply that cannot be understood", async () => {
    const found = looking({ "Smart/Transactions/STX_1": { status: "ok" } })
    await expect(found).rejects.toBeInstanceOf(SecuconnectUnreadableError)
  })

  it("ends when the caller's time is over", async () => {
    const server = await startServer({ api: () => "silence" })
    const look = fetchFinding(clientFor(server), target, AbortSignal.timeout(150))
    await expect(look).rejects.toBeInstanceOf(SecuconnectTimeoutError)
  })
})
