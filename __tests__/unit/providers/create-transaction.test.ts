import { createTransaction } from "../../../src/providers/secuconnect/start/create-transaction"
import type { PaymentSource } from "../../../src/mapping/request/cart"
import type { Method } from "../../../src/mapping/methods/methods"
import { startServer, stopServers, type Answer } from "../secuconnect/support/server"
import { openLedger } from "./support/ledger"

afterEach(stopServers)

const CREATED: Answer = {
  json: {
    id: "STX_9",
    status: "created",
    payment_links: {
      general: "https://pay.example/?stx=STX_9",
      creditcard: "https://pay.example/c",
    },
  },
}

/** What the contract has, in that call's own spelling. */
const CONTRACTED: Answer = { json: ["Creditcard", "Prepay", "easyCredit"] }

const orderPayment: PaymentSource = { cart: null, automatic_codes: [], order_number: 7 }

const refusal = (fields: object): Answer => ({
  status: 400,
  json: { status: "error", error: "ProductInternalException", supportId: "f4c1", ...fields },
})

/** How long an answer that never comes is waited for. */
const SHORT_MS = 1_500

/** Starts a payment at a secuconnect that answers like this. */
async function start(
  answer: Answer,
  source: PaymentSource | Error = orderPayment,
  method: Method | null = null,
) {
  const vendor = await startServer({
    api: ({ path }) => (path.endsWith("getAvailablePaymentMethods") ? CONTRACTED : answer),
  })
  const target = openLedger(vendor.url, answer === "silence" ? SHORT_MS : undefined)
  const begun = await target.ledger.beginCheckout({
    payment_session_id: "payses_9",
    amount: 4485,
    currency_code: "eur",
    contract_id: "GCR_1",
    is_demo: false,
  })
  const settings = { ...(await target.ledger.getSettings()), contractId: "GCR_1" }
  const creation = { begun, settings, source, language: "en" as const, method, return_url: null }
  const outcome = await createTransaction(target, creation).then(
    (checkout) => ({ checkout, error: null }),
    (error: unknown) => ({ checkout: null, error }),
  )
  const row = await target.ledger.retrieveCheckout(begun.checkout.id)
  const events = await target.ledger.listCheckoutEvents({ checkout_id: row.id })
  const findings = events.map(({ finding }) => finding)
  return { ...outcome, row, findings, begun, log: target.log, calls: vendor.calls }
}

describe("a payment that secuconnect starts", () => {
  it("is open, has its page, and is looked at in two minutes", async () => {
    const before = Date.now()
    const { checkout, row, calls } = await start(CREATED)
    expect(checkout).toEqual(row)
    expect(row).toMatchObject({
      creation: "open",
      stx_id: "STX_9",
      stx_status: "created",
      checkout_url: "https://pay.example/?stx=STX_9",
      language: "en",
      return_url: null,
    })
    expect(Math.round((Number(row.due_at) - before) / 60_000)).toBe(2)
    expect(calls).toHaveLength(1)
  })

  it("is called back under the two tokens, each for its own purpose", async () => {
    const { calls, begun } = await start(CREATED)
    const back = `https://api.example.com/hooks/secuconnect/return/${begun.returnToken}`
    expect(calls[0]?.body).toMatchObject({
      application_context: {
        return_urls: {
          url_success: `${back}/success`,
          url_error: `${back}/error`,
          url_abort: `${back}/abort`,
          url_push: `https://api.example.com/hooks/secuconnect/push/${begun.pushToken}`,
        },
      },
    })
    expect(begun.pushToken).not.toBe(begun.returnToken)
  })
})

interface Row {
  answer: string
  reply: Answer
  creation: string
  code: string
  logged: RegExp
}

describe("a payment that secuconnect does not start", () => {
  const rows: Row[] = [
    {
      answer: "a clear refusal",
      reply: refusal({ error_details: "basket does not sum" }),
      creation: "not_created",
      code: "secuconnect_refused",
      logged: /not_created\): basket does not sum \(support id f4c1\)$/,
    },
    {
      answer: "an unknown contract",
      reply: refusal({ error_details: "contract GCR_1 not found" }),
      creation: "not_created",
      code: "secuconnect_refused",
      logged: /Check the setting contractId\.$/,
    },
    {
      answer: "an unknown template",
      reply: refusal({ error_details: "checkout_template not found" }),
      creation: "not_created",
      code: "secuconnect_refused",
      logged: /Check the setting checkoutTemplateId\.$/,
    },
    {
      answer: "an error inside",
      reply: { status: 500, body: "" },
      creation: "unclear",
      code: "secuconnect_unavailable",
      logged: /unclear\): .*HTTP 500/,
    },
    {
      answer: "a broken connection",
      reply: "reset",
      creation: "unclear",
      code: "secuconnect_unavailable",
      logged: /unclear\): /,
    },
    {
      answer: "garbage",
      reply: { body: "<html>" },
      creation: "unclear",
      code: "secuconnect_unavailable",
      logged: /unclear\): /,
    },
    {
      answer: "silence",
      reply: "silence",
      creation: "unclear",
      code: "secuconnect_unavailable",
      logged: /unclear\): .*no answer within 1500 ms/,
    },
  ]
  it.each(rows)("$answer: $creation, $code", async ({ reply, creation, code, logged }) => {
    const { error, row, findings, log, calls } = await start(reply)
    expect(error).toMatchObject({ type: "payment_authorization_error", code })
    expect(row).toMatchObject({ creation, stx_id: null, checkout_url: null })
    expect(findings).toEqual([creation])
    expect(log).toHaveLength(1)
    expect(log[0]).toMatch(logged)
    expect(log[0]).toContain(row.reference)
    expect(calls).toHaveLength(1)
  })

  it("a cart that cannot be read: nothing is sent", async () => {
    const { error, row, calls } = await start(CREATED, new Error("no such session"))
    expect(error).toMatchObject({ code: "secuconnect_unavailable" })
    expect(row).toMatchObject({ creation: "not_created", stx_id: null })
    expect(calls).toEqual([])
  })
})

describe("a Smart Transaction without a page to choose a method on", () => {
  it.each([
    ["no link at all", {}],
    ["an empty list, as PHP writes it", []],
    ["links to single methods only", { creditcard: "https://pay.example/c" }],
  ])("%s: the shopper is told, the row cannot be paid", async (_what, payment_links) => {
    const reply: Answer = { json: { id: "STX_9", status: "created", payment_links } }
    const { error, row, log } = await start(reply)
    expect(error).toMatchObject({
      type: "payment_authorization_error",
      code: "secuconnect_unavailable",
    })
    expect(row).toMatchObject({ creation: "not_created", checkout_url: null })
    expect(log).toHaveLength(1)
    expect(log[0]).toContain("STX_9 has no payment page. Check in secuOffice which payment methods")
  })
})

describe("a payment with one method", () => {
  it("goes straight to the method's page, and the payment page offers nothing else", async () => {
    const { checkout, calls } = await start(CREATED, orderPayment, "creditcard")
    expect(checkout?.checkout_url).toBe("https://pay.example/c")
    expect(calls[0]?.body).toMatchObject({ payment_context: { payment_methods: ["creditcard"] } })
  })

  it.each([
    ["creditcard", "with its page spelled so", { Creditcard: "https://pay.example/m" }],
    ["prepaid", "with its page spelled Prepay", { Prepay: "https://pay.example/m" }],
    ["prepaid", "with its page spelled PREPAY", { general: "x", PREPAY: "https://pay.example/m" }],
    ["creditcard", "with the general page alone", { general: "https://pay.example/m" }],
    ["prepaid", "with the general page as text", "https://pay.example/m"],
    ["prepaid", "with the links in a list", [{ general: "https://pay.example/m" }]],
  ] as const)("%s goes to the page that there is, %s", async (method, _what, payment_links) => {
    const reply: Answer = { json: { id: "STX_9", status: "created", payment_links } }
    const { checkout, calls } = await start(reply, orderPayment, method)
    expect(checkout?.checkout_url).toBe("https://pay.example/m")
    expect(calls[0]?.body).toMatchObject({ payment_context: { payment_methods: [method] } })
  })

  it("that the contract lacks is refused politely, and its Smart Transaction cancelled", async () => {
    const { error, row, calls, log } = await start(CREATED, orderPayment, "invoice")
    expect(error).toMatchObject({
      code: "secuconnect_method_not_offered",
      message: "This payment method is not available here right now. Please choose another one.",
    })
    expect(row).toMatchObject({ creation: "not_created", stx_id: "STX_9", checkout_url: null })
    expect(calls.map(({ path }) => path)).toEqual([
      "/api/v2/Smart/Transactions",
      "/api/v2/General/Contracts/GCR_1/getAvailablePaymentMethods",
      "/api/v2/Smart/Transactions/STX_9/cancel",
    ])
    expect(log).toEqual([expect.stringContaining("invoice: secuconnect offers no page for it.")])
  })

  it("that cannot take the payment is refused before anything is sent", async () => {
    const { error, row, calls, log } = await start(CREATED, orderPayment, "easycredit")
    expect(error).toMatchObject({ code: "secuconnect_method_amount" })
    expect(row).toMatchObject({ creation: "not_created", stx_id: null })
    expect(calls).toEqual([])
    expect(log).toEqual([expect.stringContaining("easycredit: the amount is outside")])
  })
})
