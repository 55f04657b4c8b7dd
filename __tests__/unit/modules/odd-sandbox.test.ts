import { startSandbox, oddAnswerNames, type OddAnswerName } from "../../../sandbox/src"
import { oddReply } from "../../../src/mapping/status/odd-reply"
import { fetchFinding } from "../../../src/modules/secuconnect/fetch-finding"
import { createSecuconnectClient } from "../../../src/secuconnect"
import { z } from "zod"
import fullRequest from "../../fixtures/secuconnect/smart-transaction-create.webshop-full.request.json"
import tokenRequest from "../../fixtures/secuconnect/oauth-token.request.json"
import { aRequest } from "../secuconnect/support/request"

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let stx_id: string

const post = async (path: string, body: object) => {
  const headers = { "content-type": "application/json" }
  const request = { method: "POST", headers, body: JSON.stringify(body) }
  return z.looseObject({}).parse(await (await fetch(sandbox.url + path, request)).json())
}

const clientOf = (odd = sandbox) =>
  createSecuconnectClient({
    environment: odd.url,
    clientId: tokenRequest.client_id,
    clientSecret: tokenRequest.client_secret,
    timeoutMs: 5_000,
  })

beforeAll(async () => {
  sandbox = await startSandbox({ pushes: false })
  const { id } = await clientOf().smartTransactions.create(aRequest())
  stx_id = id
  await post(`/sandbox/transactions/${id}/checkout`, { method: "creditcard", outcome: "pay" })
})

afterAll(() => sandbox.close())

const target = () => ({
  stx_id,
  amount: aRequest().basket_info.sum,
  currency_code: "eur",
  contract_id: fullRequest.contract.id,
  is_demo: true,
  least: null,
})

/** What is not read as a payment that is in. */
const ENDS: Partial<Record<OddAnswerName, object>> = {
  status_unheard_of: { status: "accepted", mismatch: "status" },
  payment_status_unheard_of: { status: "waiting", unclear: true },
  too_deep: { kind: "unreadable" },
  token_refused_by_words: { kind: "rejected", status: 403 },
  token_refused_by_oauth: { kind: "rejected", status: 403 },
}

const TOLD: Partial<Record<OddAnswerName, string>> = {
  flag_unreadable: "could not be read: is_demo",
  contract_unreadable: "could not be read: contract",
}

it.each(oddAnswerNames)("%s: a payment that is in is read as such, or it is told", async (name) => {
  await post("/sandbox/settings", { odd_answers: [name] })
  const client = clientOf()
  const found = await fetchFinding(client, target()).catch((error: unknown) => error)
  await post("/sandbox/settings", { odd_answers: [] })
  const right = { status: "accepted", mismatch: null, unclear: false }
  expect(found).toMatchObject(ENDS[name] ?? right)
  if (!(found instanceof Error)) {
    const { transaction, payments, status } = z
      .custom<Awaited<ReturnType<typeof fetchFinding>>>()
      .parse(found)
    expect(oddReply(transaction, payments, status)).toBe(TOLD[name] ?? null)
  }
})
