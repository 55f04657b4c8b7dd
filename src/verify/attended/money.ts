import { z } from "zod"
import { textAt, type Play } from "../play"
import type { Act } from "./acts"

const DELIVERY = {
  carrier: "DHL",
  tracking_id: "00340434161094042557",
  invoice_number: "Verify 1",
}
/** Minor units. */
const PART = 100
const TOO_MUCH = 1_000_000

const GET = { method: "GET" } as const
const POST = { method: "POST" } as const

const related = z.array(z.object({ id: z.string() }))
const withPayments = z.object({
  transactions: z.array(z.object({ object: z.string().optional(), id: z.string() })),
})

/** What a shop does after a visit: capture, delivery, refunds, and a look after each. */
export async function playMoney(play: Play, { name, method }: Act, id: string): Promise<void> {
  const path = `/Smart/Transactions/${id}`
  const read = (step: string) =>
    play.call(`${name}: ${step}`, { method: "GET", path, readAs: "smart_transaction" })
  let seen = await read("read")
  if (textAt(seen.json, "status") === "approved") {
    const readAs = "smart_transaction"
    await play.call(`${name}: start`, { method: "POST", path: `${path}/start`, readAs })
    await play.call(`${name}: start again`, { method: "POST", path: `${path}/start`, readAs })
    seen = await read("read after start")
  }
  const [payment] = paymentsOf(seen.json)
  if (payment !== undefined) {
    await playPayment(play, { name, payment, isInvoice: method === "invoice" })
    await read("read after refunds")
  }
  await play.call(`${name}: cancel in the end`, { method: "POST", path: `${path}/cancel` })
}

interface Paid {
  name: string
  payment: string
  isInvoice: boolean
}

async function playPayment(play: Play, paid: Paid): Promise<void> {
  const { name, payment } = paid
  const path = `/Payment/Transactions/${payment}`
  const read = (step: string, id = payment) =>
    play.call(`${name}: ${step}`, {
      ...GET,
      path: `/Payment/Transactions/${id}`,
      readAs: "payment",
    })
  const refund = (step: string, body: object) =>
    play.call(`${name}: ${step}`, { ...POST, path: `${path}/cancel`, body, readAs: "payments" })
  const status = (step: string) => {
    const readAs = "payment_status"
    return play.call(`${name}: checkStatus ${step}`, {
      ...GET,
      path: `${path}/checkStatus`,
      readAs,
    })
  }
  await read("payment")
  await status("at first")
  await playDelivery(play, paid)
  await refund("refund of more than there is", { reduce_amount_by: TOO_MUCH })
  const part = await refund("partial refund", {
    reduce_amount_by: PART,
    reason: "Verify: one part",
  })
  await status("after a part")
  await read("payment after a part")
  for (const id of idsOf(part.json)) if (id !== payment) await read("the refund's own payment", id)
  await refund("refund of the rest", {})
  await status("after the rest")
  await refund("refund of nothing", {})
}

async function playDelivery(play: Play, { name, payment, isInvoice }: Paid): Promise<void> {
  const path = `/Payment/Transactions/${payment}`
  const shipping = { method: "PUT", path: `${path}/ShippingInformation`, body: DELIVERY } as const
  await play.call(`${name}: shipping`, { ...shipping, readAs: "result" })
  if (!isInvoice) return
  const body = { shipping_information: DELIVERY }
  await play.call(`${name}: delivery`, {
    ...POST,
    path: `${path}/capture`,
    body,
    readAs: "payment",
  })
}

function paymentsOf(json: unknown): string[] {
  const parsed = withPayments.safeParse(json)
  if (!parsed.success) return []
  const { transactions } = parsed.data
  return transactions.flatMap(({ object, id }) => (object === "payment.transactions" ? [id] : []))
}

function idsOf(json: unknown): string[] {
  const parsed = related.safeParse(json)
  return parsed.success ? parsed.data.map(({ id }) => id) : []
}
