import { z } from "zod"
import type { SecuconnectClient } from "../../../src/secuconnect"
import { createSecuconnectClient } from "../../../src/secuconnect"
import { aRequest } from "./support/request"
import { CLIENT_ID, CLIENT_SECRET, clientFor, documented } from "./support/server"
import { startServer, stopServers } from "./support/server"

afterEach(stopServers)

const shipping = { carrier: "DHL", tracking_id: "1", invoice_number: "2", order_id: "3" }
const documentedBody = (name: string) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(documented(name)))

interface Sent {
  line: string
  body: unknown
}

const calls: [string, (client: SecuconnectClient) => Promise<unknown>, Sent][] = [
  [
    "smartTransactions.create",
    ({ smartTransactions }) => smartTransactions.create(aRequest()),
    { line: "POST /api/v2/Smart/Transactions", body: aRequest() },
  ],
  [
    "smartTransactions.read",
    ({ smartTransactions }) => smartTransactions.read("STX_1"),
    { line: "GET /api/v2/Smart/Transactions/STX_1", body: undefined },
  ],
  [
    "smartTransactions.start",
    ({ smartTransactions }) => smartTransactions.start("STX_1"),
    { line: "POST /api/v2/Smart/Transactions/STX_1/start", body: undefined },
  ],
  [
    "smartTransactions.cancel",
    ({ smartTransactions }) => smartTransactions.cancel("STX_1"),
    { line: "POST /api/v2/Smart/Transactions/STX_1/cancel", body: undefined },
  ],
  [
    "payments.read",
    ({ payments }) => payments.read("PCI_1"),
    { line: "GET /api/v2/Payment/Transactions/PCI_1", body: undefined },
  ],
  [
    "payments.checkStatus",
    ({ payments }) => payments.checkStatus("PCI_1"),
    { line: "GET /api/v2/Payment/Transactions/PCI_1/checkStatus", body: undefined },
  ],
  [
    "payments.cancel in part",
    ({ payments }) => payments.cancel("PCI_1", { reduce_amount_by: 995, reason: "One piece less" }),
    {
      line: "POST /api/v2/Payment/Transactions/PCI_1/cancel",
      body: documentedBody("payment-transaction-cancel.partial.request"),
    },
  ],
  [
    "payments.cancel in full",
    ({ payments }) => payments.cancel("PCI_1", { reason: "Order cancelled" }),
    {
      line: "POST /api/v2/Payment/Transactions/PCI_1/cancel",
      body: documentedBody("payment-transaction-cancel.full.request"),
    },
  ],
  [
    "payments.cancel with an empty reason",
    ({ payments }) => payments.cancel("PCI_1", { reason: "" }),
    { line: "POST /api/v2/Payment/Transactions/PCI_1/cancel", body: {} },
  ],
  [
    "payments.capture",
    ({ payments }) => payments.capture("PCI_1", shipping),
    {
      line: "POST /api/v2/Payment/Transactions/PCI_1/capture",
      body: { shipping_information: shipping },
    },
  ],
  [
    "payments.capture without shipping information",
    ({ payments }) => payments.capture("PCI_1", {}),
    { line: "POST /api/v2/Payment/Transactions/PCI_1/capture", body: {} },
  ],
  [
    "payments.addShippingInformation",
    ({ payments }) => payments.addShippingInformation("PCI_1", shipping),
    { line: "PUT /api/v2/Payment/Transactions/PCI_1/ShippingInformation", body: shipping },
  ],
  [
    "contracts.availablePaymentMethods",
    ({ contracts }) =>
      contracts.availablePaymentMethods("GCR_1", { currency: "EUR", is_demo: true }),
    {
      line: "POST /api/v2/General/Contracts/GCR_1/getAvailablePaymentMethods",
      body: documentedBody("available-payment-methods.request"),
    },
  ],
]

it.each(calls)("%s", async (_title, call, expected) => {
  const server = await startServer({ api: () => ({ status: 400 }) })
  await call(clientFor(server)).catch(() => undefined)
  const seen = server.calls.map((sent) => ({
    line: `${sent.method} ${sent.path}`,
    body: sent.body,
  }))
  expect(seen).toEqual([expected])
})

it.each([
  ["with a body: JSON", "create", "application/json"],
  ["without a body: no content type", "start", undefined],
])("content type of a POST %s", async (_title, call, contentType) => {
  const server = await startServer()
  const { smartTransactions } = clientFor(server)
  await (call === "create"
    ? smartTransactions.create(aRequest())
    : smartTransactions.start("STX_1"))
  expect(server.calls[0]?.headers).toMatchObject({ accept: "application/json" })
  expect(server.calls[0]?.headers["content-type"]).toBe(contentType)
})

it("says who is calling, in the words of the option", async () => {
  const server = await startServer()
  const options = { environment: server.url, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET }
  const client = createSecuconnectClient({ ...options, userAgent: "shop/1.0" })
  await client.smartTransactions.read("STX_1")
  expect(server.calls[0]?.headers["user-agent"]).toBe("shop/1.0")
})

it("calls one after the other share one connection", async () => {
  const ports = new Set<unknown>()
  const server = await startServer({ onConnection: (port) => ports.add(port) })
  const { smartTransactions } = clientFor(server)
  for (let nth = 0; nth < 5; nth++) await smartTransactions.read("STX_1")
  expect(server.calls).toHaveLength(5)
  expect(ports.size).toBe(1)
})

it.each(["", " ", "..", "STX_1/cancel", "STX_1?expand=1", "ä", "X".repeat(65)])(
  'the id "%s" is refused before anything is sent',
  async (id) => {
    const server = await startServer()
    const { smartTransactions, payments, contracts } = clientFor(server)
    const sent = [
      smartTransactions.read(id),
      smartTransactions.cancel(id),
      payments.cancel(id, {}),
      contracts.availablePaymentMethods(id, { currency: "EUR", is_demo: false }),
    ]
    for (const call of sent) await expect(call).rejects.toThrow("not an id of secuconnect")
    expect([server.calls.length, server.tokenRequests.length]).toEqual([0, 0])
  },
)

it.each([0, -1, 9.95, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  "a refund of %d is refused: JSON would turn some of these into a full refund",
  async (reduce_amount_by) => {
    const server = await startServer()
    const refund = clientFor(server).payments.cancel("PCI_1", { reduce_amount_by })
    await expect(refund).rejects.toThrow("reduce_amount_by must be a positive whole number")
    expect(server.calls).toHaveLength(0)
  },
)
