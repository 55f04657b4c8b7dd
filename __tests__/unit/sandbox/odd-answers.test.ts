import { z } from "zod"
import { oddAnswerNames, oddAnswers, type OddAnswerName } from "../../../sandbox/src"
import shipping from "../../fixtures/secuconnect/payment-transaction-capture-shipping.request.json"
import tokenRequest from "../../fixtures/secuconnect/oauth-token.request.json"
import { openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

const CARD = { method: "creditcard", outcome: "pay" }
const seen = z.object({ requests: z.array(z.looseObject({ odd: z.array(z.string()) })) })

const set = (odd_answers: readonly OddAnswerName[]) => sandbox.settings({ odd_answers })

/** One transaction that the shopper has finished so; read before anything is odd. */
async function made(choice: object, changes: Record<string, unknown> = {}) {
  const { id } = await sandbox.create(requestWith(changes))
  await sandbox.checkout(id, choice)
  const { payments } = await sandbox.look(id)
  return { stx: id, pci: payments[0]?.id ?? "" }
}

async function everyKind() {
  const paid = await made(CARD)
  await sandbox.post(`/Payment/Transactions/${paid.pci}/cancel`, { reduce_amount_by: 100 })
  const refund = (await sandbox.look(paid.stx)).payments[1]?.id ?? ""
  const failed = await made({ method: "creditcard", outcome: "decline" })
  const cancelled = await sandbox.create()
  await sandbox.post(`/Smart/Transactions/${cancelled.id}/cancel`)
  const waiting = await made({ method: "prepaid", outcome: "pay" })
  const open = await sandbox.create()
  const approved = await made(CARD, { "payment_context.auto_capture": false })
  const invoice = await made({ method: "invoice", outcome: "pay" })
  return { paid, refund, failed, cancelled, waiting, open, approved, invoice }
}

/** Every call of a shop's server, to payments of every kind. */
async function useAll(): Promise<void> {
  const kinds = await everyKindBefore()
  const { paid, refund, failed, cancelled, waiting, open, approved, invoice } = kinds
  await sandbox.call("/oauth/token", { body: tokenRequest })
  const contract = "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04"
  await sandbox.post(`/General/Contracts/${contract}/getAvailablePaymentMethods`, {
    currency: "EUR",
    is_demo: true,
  })
  const transactions = [paid.stx, failed.stx, cancelled.id, waiting.stx, open.id]
  for (const stx of transactions) await sandbox.api(`/Smart/Transactions/${stx}`)
  for (const pci of [paid.pci, refund]) await sandbox.api(`/Payment/Transactions/${pci}`)
  await sandbox.api(`/Payment/Transactions/${paid.pci}/checkStatus`)
  const path = `/Payment/Transactions/${invoice.pci}`
  await sandbox.api(`${path}/ShippingInformation`, {
    method: "PUT",
    body: shipping.shipping_information,
  })
  await sandbox.post(`${path}/capture`, shipping)
  await sandbox.post(`/Smart/Transactions/${approved.stx}/start`)
  await sandbox.post(`/Smart/Transactions/${open.id}/cancel`)
}

/** The same, made without anything odd. */
async function everyKindBefore() {
  const { odd_answers } = z
    .object({ odd_answers: z.array(z.string()) })
    .parse((await sandbox.call("/sandbox/settings")).body)
  await set([])
  const kinds = await everyKind()
  await sandbox.settings({ odd_answers })
  await sandbox.call("/sandbox/requests", { method: "DELETE" })
  return kinds
}

const met = async () =>
  seen.parse((await sandbox.call("/sandbox/requests")).body).requests.flatMap(({ odd }) => odd)

it("lists the odd answers, and says what each is", async () => {
  const { body } = await sandbox.call("/sandbox/odd-answers")
  const listed = oddAnswerNames.map((name) => ({ name, what: oddAnswers[name].what }))
  expect(body).toEqual({ odd_answers: listed })
  expect(listed.length).toBeGreaterThan(50)
})

it.each(oddAnswerNames)(
  "%s meets an answer of a shop's calls, and the journal tells",
  async (name) => {
    await set([name])
    await useAll()
    const names = await met()
    await set([])
    expect(new Set(names)).toEqual(new Set([name]))
  },
)

it("nothing is odd unless it is asked for", async () => {
  await useAll()
  expect(await met()).toEqual([])
})

it("noise is thrown by its seed, and is over when it is switched off", async () => {
  await sandbox.settings({ odd_noise: { seed: 7, share: 1 } })
  const kinds = await made(CARD).catch(() => null)
  for (let nth = 0; nth < 30; nth += 1)
    await sandbox.api(`/Smart/Transactions/${kinds?.stx ?? "STX"}`)
  await sandbox.settings({ odd_noise: null })
  expect(new Set(await met()).size).toBeGreaterThan(5)
  await sandbox.call("/sandbox/requests", { method: "DELETE" })
  await sandbox.create()
  expect(await met()).toEqual([])
})

it("an unknown name is refused", async () => {
  const { status } = await sandbox.call("/sandbox/settings", { body: { odd_answers: ["odd"] } })
  expect(status).toBe(400)
})
