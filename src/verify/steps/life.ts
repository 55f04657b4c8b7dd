import { fieldOf, textAt, type Play } from "../play"
import { ordinaryRequest, SUM } from "../sample-requests"
import { CREATE } from "./create"

const NOWHERE = "STX_VERIFY0000000000000000000000000"
const readAs = "smart_transaction" as const

/** A transaction that nobody pays: read, changed, cancelled twice; and what is said of an unknown one. */
export async function playLife(play: Play): Promise<void> {
  const { access, call } = play
  const body = ordinaryRequest(access)
  const created = await call("life: create", { ...CREATE, body, readAs })
  await playUnknown(play)
  const id = textAt(created.json, "id")
  if (id === undefined) return
  const path = `/Smart/Transactions/${id}`
  await call("life: read", { method: "GET", path, readAs })
  const cheaper = { ...body, basket: undefined, basket_info: { sum: SUM - 1, currency: "EUR" } }
  await call("life: update", { method: "PUT", path, body: cheaper, readAs })
  await call("life: update with the whole answer", {
    method: "PUT",
    path,
    body: { ...asObject(created.json), is_demo: true },
    readAs,
  })
  await call("life: read after an update", { method: "GET", path, readAs })
  await call("life: start before anybody has paid", {
    method: "POST",
    path: `${path}/start`,
    readAs,
  })
  await call("life: cancel", { method: "POST", path: `${path}/cancel`, readAs })
  await call("life: cancel again", { method: "POST", path: `${path}/cancel`, readAs })
  await call("life: read when cancelled", { method: "GET", path, readAs })
  await call("life: update when cancelled", { method: "PUT", path, body: cheaper, readAs })
}

const asObject = (json: unknown): object =>
  typeof json === "object" && json !== null && fieldOf(json, "id") ? json : {}

/** Ids of nothing, and a service that does not exist. */
async function playUnknown({ access, call }: Play): Promise<void> {
  const transaction = `/Smart/Transactions/${NOWHERE}`
  const payment = "/Payment/Transactions/PCI_VERIFY0000000000000000000000000"
  const body = ordinaryRequest(access)
  await call("unknown id: read", { method: "GET", path: transaction })
  await call("unknown id: update", { method: "PUT", path: transaction, body })
  await call("unknown id: start", { method: "POST", path: `${transaction}/start` })
  await call("unknown id: cancel", { method: "POST", path: `${transaction}/cancel` })
  await call("unknown id: read a payment", { method: "GET", path: payment })
  await call("unknown id: checkStatus", { method: "GET", path: `${payment}/checkStatus` })
  await call("unknown id: refund", { method: "POST", path: `${payment}/cancel`, body: {} })
  await call("unknown id: capture", { method: "POST", path: `${payment}/capture`, body: {} })
  await call("unknown id: shipping", {
    method: "PUT",
    path: `${payment}/ShippingInformation`,
    body: {},
  })
  await call("unknown service", { method: "GET", path: "/Smart/Nothing" })
}
