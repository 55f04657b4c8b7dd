import { SIMPLE_STATUSES, type SimpleStatus } from "../../../src/secuconnect"
import { sendDeliveryReport } from "../../../src/workflows/delivery/send-delivery-report"
import {
  clientFor,
  startServer,
  stopServers,
  type Answer,
  type Seen,
} from "../secuconnect/support/server"

afterEach(stopServers)

/** A payment: its status in the ledger and at secuconnect, and the fine one there. */
interface Known {
  id: string
  status: SimpleStatus
  fine?: number
  /** As it has become since the ledger was written. */
  now?: SimpleStatus
  is_refund?: boolean
}

const [CARD_DONE, INVOICE_OPEN, WAITS] = [6, 86, 902]

const invoice = (id: string): Known => ({ id, status: "waiting_for_shipment", fine: WAITS })
const card = (id: string): Known => ({ id, status: "accepted", fine: CARD_DONE })
const left = (id: string): Known => ({ id, status: "proceed", fine: 0 })

const numberOf = (status: SimpleStatus) => SIMPLE_STATUSES.indexOf(status)
const REFUSAL: Answer = {
  status: 400,
  json: { status: "error", error: "X", error_details: "not possible", code: 1007 },
}

const told = { carrier: "DHL", tracking_id: "A1", invoice_number: null, order_number: "17" }

/** As secuconnect does: statuses are read, everything else is taken. */
function answer(payments: Known[], refuses: string[], { method, path }: Seen): Answer {
  const [, id = "", what = ""] = /Transactions\/(\w+)\/(\w+)/.exec(path) ?? []
  if (refuses.includes(`${what} ${id}`)) return REFUSAL
  if (method !== "GET") return { json: what === "capture" ? { id } : { result: true } }
  return statusOf(payments.find((one) => one.id === id) ?? left(id))
}

function statusOf({ status, now = status, fine }: Known): Answer {
  return { json: { status_simple: numberOf(now), status: fine, amount: 100, currency: "EUR" } }
}

/** Makes the report, and gives what was changed at secuconnect, and what came of it. */
async function report(
  payments: Known[],
  { kind = "capture", refuses = [] }: Partial<{ kind: Kind; refuses: string[] }> = {},
) {
  const server = await startServer({ api: (seen) => answer(payments, refuses, seen) })
  const seen = payments.map(({ id, status, is_refund = false }) => ({
    ...{ id, status, is_refund, trans_id: null, amount: 100, currency: "EUR" },
  }))
  const row = { ...told, kind, shipped_at: null }
  const outcome = await sendDeliveryReport(clientFor(server), { payments: seen }, row).then(
    () => "taken",
    (error: unknown) => (error instanceof Error ? error.message : "no error"),
  )
  const changes = server.calls.filter(({ method }) => method !== "GET")
  return { made: changes.map(({ path }) => path.split("/").slice(-2).join(" ")), outcome }
}

type Kind = "capture" | "shipping_information"

describe("the last shipment of an invoice is told to", () => {
  it.each<[what: string, payments: Known[], made: string[]]>([
    ["the only payment", [invoice("B")], ["B capture"]],
    ["not a try that was left", [left("A"), invoice("B")], ["B capture"]],
    ["not one just created", [{ id: "A", status: "created" }, invoice("B")], ["B capture"]],
    [
      "not one that is only promised",
      [{ id: "A", status: "authorized" }, invoice("B")],
      ["B capture"],
    ],
    [
      "not one that nobody understands",
      [{ id: "A", status: "pending" }, invoice("B")],
      ["B capture"],
    ],
    ["not a failed try", [{ id: "A", status: "denied" }, invoice("B")], ["B capture"]],
    ["not a refund", [{ ...card("R"), is_refund: true }, invoice("B")], ["B capture"]],
    [
      "a card that has paid beside it, as tracking",
      [card("A"), invoice("B")],
      ["A ShippingInformation", "B capture"],
    ],
    [
      "the same when the invoice comes first",
      [invoice("B"), card("A")],
      ["B capture", "A ShippingInformation"],
    ],
    [
      "the same when the invoice was told before",
      [card("A"), { id: "B", status: "accepted", fine: INVOICE_OPEN }],
      ["A ShippingInformation"],
    ],
    ["an accepted payment where there is no other", [card("A")], ["A capture"]],
    ["both of two invoices", [invoice("A"), invoice("B")], ["A capture", "B capture"]],
  ])("%s", async (_what, payments, made) => {
    expect(await report(payments)).toEqual({ made, outcome: "taken" })
  })

  it.each<[what: string, payments: Known[], refuses: string[]]>([
    ["the status of another cannot be read", [card("A"), invoice("B")], ["checkStatus A"]],
    ["another refuses", [card("A"), invoice("B")], ["ShippingInformation A"]],
    ["another was cancelled", [{ ...invoice("A"), now: "void" }, invoice("B")], []],
  ])("the invoice although %s, which is said", async (_what, payments, refuses) => {
    const { made, outcome } = await report(payments, { refuses })
    expect(made).toContain("B capture")
    expect(outcome).not.toBe("taken")
  })

  it("no card while it is not known whether there is an invoice", async () => {
    const { made } = await report([invoice("B"), card("A")], { refuses: ["checkStatus B"] })
    expect(made).toEqual(["A ShippingInformation"])
  })
})

describe("any other shipment is told to", () => {
  it.each<[what: string, payments: Known[], made: string[]]>([
    ["not a try that was left", [left("A"), card("B")], ["B ShippingInformation"]],
    [
      "all that has paid",
      [card("A"), invoice("B")],
      ["A ShippingInformation", "B ShippingInformation"],
    ],
    ["what a bank takes back", [{ id: "A", status: "issue" }], ["A ShippingInformation"]],
  ])("%s", async (_what, payments, made) => {
    const kind = "shipping_information"
    expect(await report(payments, { kind })).toEqual({ made, outcome: "taken" })
  })

  it("the others although one refuses", async () => {
    const refuses = ["ShippingInformation A"]
    const payments = [card("A"), card("B")]
    const { made, outcome } = await report(payments, { kind: "shipping_information", refuses })
    expect(made).toEqual(["A ShippingInformation", "B ShippingInformation"])
    expect(outcome).not.toBe("taken")
  })
})

describe("a shipment is not told", () => {
  it("while no payment is known that it concerns", async () => {
    const { made, outcome } = await report([left("A")])
    expect({ made, outcome }).toEqual({ made: [], outcome: "the payment is not known yet" })
  })
})
