import { z } from "zod"

import { captured, readBooks } from "../support/books"
import { ask } from "../support/http"
import { newestRow } from "../support/ledger"
import type { Fault } from "../support/sandbox-control"
import { sharedShop } from "../support/shared-shop"
import { RETURN_PAGE, STOREFRONT, type Shop } from "../support/shop"
import {
  askForSession,
  comeBack,
  fillCart,
  goToCheckout,
  openCollection,
  payAt,
  startPayment,
} from "../support/shopper"
import { readSessions } from "../support/sessions"

const TIMEOUT_MS = 3_000

let shop: Shop
let cartId: string
let collectionId: string

beforeAll(async () => {
  shop = await sharedShop({
    clock: "stands",
    options: { timeoutMs: TIMEOUT_MS },
    sandbox: { pushes: false },
  })
  cartId = await fillCart(shop)
  collectionId = await openCollection(shop, cartId)
  // A token is at hand from here on.
  await goToCheckout(shop)
})

afterAll(() => shop.stop())

beforeEach(() => shop.sandbox.forgetRequests())
afterEach(() => shop.sandbox.calm())

const refusalSchema = z.object({ type: z.string(), code: z.string(), message: z.string() })

/** Asks for a session that the store must not give. */
async function refusal(data: Record<string, unknown> = {}) {
  const { status, body } = await askForSession(shop, collectionId, { data })
  expect(await readSessions(shop, collectionId)).toEqual([])
  return { status, ...refusalSchema.parse(body) }
}

describe("a return_url of the storefront", () => {
  it.each([
    ["another origin", "https://evil.example/checkout/return"],
    ["the shop as user name", "https://shop.example@evil.example/"],
    ["the storefront as user and password", `${STOREFRONT}@evil.example/`],
    ["the storefront as a part of the host", `${STOREFRONT}.evil.example/`],
    ["no scheme", "//evil.example/"],
    ["no host", "/checkout/return"],
    ["a script", "javascript:alert(document.domain)"],
    ["a script after the storefront's origin", "javascript://localhost:8000/%0aalert(1)"],
    ["data", "data:text/html,<script>alert(1)</script>"],
    ["a file", "file:///etc/passwd"],
    ["another scheme", "ftp://localhost:8000/"],
    ["https where the shop has http", "https://localhost:8000/"],
    ["another port", "http://localhost:8001/"],
    ["no port", "http://localhost/"],
    ["a dot at the end of the host", "http://localhost.:8000/"],
    ["the address in numbers", "http://127.0.0.1:8000/"],
    ["credentials", "http://user:password@localhost:8000/"],
    ["backslashes", "\\\\evil.example\\checkout"],
    ["backslashes after the scheme", "http:\\\\evil.example\\@localhost:8000"],
    ["upper case", "HTTPS://EVIL.EXAMPLE/"],
    ["white space before it", " \t\nhttps://evil.example/"],
    ["an encoded origin", "http://localhost%3A8000@evil.example/"],
    ["an internationalised look-alike", "http://lоcalhost:8000/"],
    ["nothing", ""],
    ["a number", 8000],
    ["a list", [RETURN_PAGE]],
    ["an object", { href: RETURN_PAGE }],
    ["2,000 characters", `${RETURN_PAGE}?${"x".repeat(2_000)}`],
  ])("is refused with a clear error, and nothing is called: %s", async (_what, return_url) => {
    const { message, ...refused } = await refusal({ return_url })
    expect(refused).toEqual({
      status: 400,
      type: "invalid_data",
      code: "secuconnect_return_url_not_allowed",
    })
    expect(message).toMatch(/^return_url is refused: /)
    expect(await shop.sandbox.requests()).toEqual([])
  })

  it.each([
    ["none", undefined, RETURN_PAGE],
    ["null", null, RETURN_PAGE],
    ["another page of the storefront", `${STOREFRONT}/de/danke`, `${STOREFRONT}/de/danke`],
    ["capitals in the host", "HTTP://LOCALHOST:8000/x", `${STOREFRONT}/x`],
    ["a backslash in the path", `${STOREFRONT}\\@evil.example/`, `${STOREFRONT}/@evil.example/`],
    ["an address in the query", `${STOREFRONT}/x?to=//evil.example`, `${STOREFRONT}/x`],
  ])("is where the shopper comes back to: %s", async (_what, return_url, page) => {
    const payment = await goToCheckout(shop, { data: { return_url } })
    const arrival = await comeBack(await payAt(shop, payment, { outcome: "abort" }))
    expect(arrival).toMatchObject({
      status: 303,
      page,
      outcome: "aborted",
      sessionId: payment.sessionId,
    })
  })
})

describe("the query and fragment of a return_url", () => {
  it.each([
    ["?a=b%20c+d&flag&empty=&a=2", ""],
    ["?filter={1}|^&rate=50%&umlaut=%C3%BC", ""],
    ["?next=http://localhost:8000/?x=1&&", ""],
    ["", "#/checkout/return?step=2"],
    ["?a=%2B%26", "#!/de/danke"],
  ])("come back byte for byte: %s%s", async (query, fragment) => {
    const return_url = `${STOREFRONT}/done${query}${fragment}`
    const payment = await goToCheckout(shop, { data: { return_url } })
    const wayBack = await payAt(shop, payment, { outcome: "abort" })
    const { headers } = await ask(wayBack)
    const added = `outcome=aborted&payment_session_id=${payment.sessionId}`
    const and = query ? `${query}&` : "?"
    expect(headers.get("location")).toBe(`${STOREFRONT}/done${and}${added}${fragment}`)
  })

  it("lose what has a name of ours", async () => {
    const return_url = `${RETURN_PAGE}?outcome=success&order_id=order_1&a=b%20c`
    const payment = await goToCheckout(shop, { data: { return_url } })
    const wayBack = await payAt(shop, payment, { outcome: "abort" })
    const { headers } = await ask(wayBack)
    const added = `outcome=aborted&payment_session_id=${payment.sessionId}`
    expect(headers.get("location")).toBe(`${RETURN_PAGE}?a=b%20c&${added}`)
  })
})

const POLITE = {
  de: "Die Zahlung kann gerade nicht gestartet werden. Bitte versuchen Sie es gleich noch einmal.",
  en: "The payment cannot be started right now. Please try again in a moment.",
} as const

const CREATE = { method: "POST", path: "^/api/v2/Smart/Transactions$" } as const

/** `unclear`: the Smart Transaction may exist, though nobody has its address. */
const troubles: { what: string; fault: Fault; creation: string }[] = [
  {
    what: "answers 500",
    fault: { ...CREATE, fault: "status", status: 500 },
    creation: "unclear",
  },
  {
    what: "answers 503",
    fault: { ...CREATE, fault: "status", status: 503 },
    creation: "unclear",
  },
  {
    what: "drops the connection",
    fault: { ...CREATE, fault: "drop_before" },
    creation: "unclear",
  },
  {
    what: "drops the connection when the work is done",
    fault: { ...CREATE, fault: "drop_after" },
    creation: "unclear",
  },
  { what: "answers nonsense", fault: { ...CREATE, fault: "garbage" }, creation: "unclear" },
  {
    what: "does not answer in time",
    fault: { ...CREATE, fault: "delay", delay_ms: TIMEOUT_MS + 1_000 },
    creation: "unclear",
  },
  {
    what: "gives no token",
    fault: { path: "^/oauth/token$", fault: "status", status: 503 },
    creation: "not_created",
  },
]

describe("secuconnect", () => {
  it.each(troubles)("$what: a polite error, no session", async ({ what, fault, creation }) => {
    const locale = troubles.findIndex((trouble) => trouble.what === what) % 2 === 0 ? "de" : "en"
    if (fault.path === "^/oauth/token$") await shop.sandbox.expireTokens()
    await shop.sandbox.disturb(fault)
    expect(await refusal({ locale })).toEqual({
      status: 422,
      type: "payment_authorization_error",
      code: "secuconnect_unavailable",
      message: POLITE[locale],
    })
    const row = await newestRow(shop)
    expect(row).toMatchObject({ creation, stx_id: null, order_id: null, due_at: null })
    expect(linesAbout(row?.reference ?? "")).toHaveLength(1)

    await shop.sandbox.calm()
    const payment = await startPayment(shop, await fillCart(shop))
    await comeBack(await payAt(shop, payment))
    expect(await readBooks(shop, payment.cartId)).toEqual(captured(31.9))
  })

  it.each([
    ["the contract", "contractId", { contractId: "GCR_SOMEBODYELSE" }],
    ["the template", "checkoutTemplateId", { templateIds: ["COT_SOMEBODYELSE"] }],
    ["the credentials", "clientId and clientSecret", { clientSecret: "x".repeat(64) }],
  ])("does not know %s: the log names %s", async (_what, setting, options) => {
    await shop.replaceSandbox(options)
    const { status, message } = await refusal({ locale: "en" })
    expect(status).toBe(422)
    expect(message).toMatch(/^The payment (could not|cannot) be started/)
    const row = await newestRow(shop)
    expect(row).toMatchObject({ creation: "not_created", stx_id: null })
    expect(linesAbout(row?.reference ?? "")).toEqual([expect.stringContaining(setting)])
  })
})

function linesAbout(reference: string): string[] {
  const lines = shop.log().split("\n")
  return lines.filter((line) => line.includes(reference))
}
