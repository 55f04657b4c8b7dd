import guide from "../../fixtures/secuconnect/smart-transaction-create.guide.request.json"
import minimal from "../../fixtures/secuconnect/smart-transaction-create.minimal.request.json"
import singleLine from "../../fixtures/secuconnect/smart-transaction-create.single-line.request.json"
import full from "../../fixtures/secuconnect/smart-transaction-create.webshop-full.request.json"
import { matching, matchingObject, openSandbox, requestWith, type Driver } from "./support/driver"

let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

it.each([
  ["the guide's request", guide, 4_485],
  ["the request without a basket", minimal, 500],
  ["the request with a single line", singleLine, 4_485],
  ["the full web shop request", full, 3_185],
])("%s is accepted", async (_name, body, sum) => {
  expect(await sandbox.create(body)).toMatchObject({
    status: "created",
    basket_info: { sum, currency: "EUR" },
    contract: { id: "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04" },
  })
})

const line = "basket.products.0"

it.each<[string, Record<string, unknown>, RegExp]>([
  ["a field nobody knows", { colour: "red" }, /colour/],
  ["the Flex.API's delivery_address", { delivery_address: {} }, /delivery_address/],
  ["an unknown nested field", { "payment_context.fee": 1 }, /payment_context.*fee/],
  ["an unknown intent", { intent: "authorize" }, /intent/],
  ["a sum of zero", { "basket_info.sum": 0 }, /basket_info\.sum/],
  ["a negative sum", { "basket_info.sum": -1 }, /basket_info\.sum/],
  ["a sum in major units", { "basket_info.sum": 31.85 }, /basket_info\.sum/],
  ["a sum as text", { "basket_info.sum": "3185" }, /basket_info\.sum/],
  ["a sum that is not the basket's", { "basket_info.sum": 3_186 }, /3186 differs .* 3185/],
  ["a coupon that adds instead of subtracting", { "basket_info.sum": 4_185 }, /differs/],
  ["a currency in lower case", { "basket_info.currency": "eur" }, /basket_info\.currency/],
  ["a currency that is not offered", { "basket_info.currency": "JPY" }, /does not offer JPY/],
  ["an unknown template", { "application_context.checkout_template": "COT_X" }, /COT_X/],
  ["a language that is not offered", { "application_context.language": "fr" }, /language/],
  ["a line without id", { [`${line}.id`]: undefined }, /products\.0\.id/],
  ["two lines with one id", { [`${line}.id`]: 2 }, /unique/],
  ["a line without description", { [`${line}.desc`]: " " }, /products\.0\.desc/],
  ["a line without tax", { [`${line}.tax`]: undefined }, /products\.0\.tax/],
  ["a fractional tax", { [`${line}.tax`]: 8.1 }, /products\.0\.tax/],
  ["a tax above all", { [`${line}.tax`]: 10_001 }, /products\.0\.tax/],
  ["a negative price", { [`${line}.priceOne`]: -1 }, /products\.0\.priceOne/],
  ["a fractional price", { [`${line}.priceOne`]: 15.95 }, /products\.0\.priceOne/],
  ["a quantity of zero", { [`${line}.quantity`]: 0 }, /products\.0\.quantity/],
  ["an empty EAN", { [`${line}.ean`]: "" }, /products\.0\.ean/],
  ["an unknown item type", { [`${line}.item_type`]: "donation" }, /products\.0\.item_type/],
  ["a basket without lines", { "basket.products": [] }, /products/],
  ["a contact without e-mail", { "customer.contact.email": undefined }, /contact\.email/],
  ["a broken e-mail", { "customer.contact.email": "max" }, /contact\.email.*sent: max/],
  ["a contact without surname", { "customer.contact.surname": undefined }, /contact\.surname/],
  ["a forename of 51 characters", { "customer.contact.forename": "x".repeat(51) }, /forename/],
  ["an incomplete address", { "customer.contact.address.city": undefined }, /address\.city/],
  ["a country in words", { "customer.contact.address.country": "Germany" }, /address\.country/],
  [
    "a postal code of 11",
    { "customer.contact.address.postal_code": "1".repeat(11) },
    /postal_code/,
  ],
  ["a null customer", { customer: null }, /customer/],
  [
    "a shipping address without address",
    { "shipping_address.contact.address": undefined },
    /address/,
  ],
  ["a purpose over 140", { transactionRef: "x".repeat(141) }, /transactionRef/],
  ["a relative URL", { "application_context.return_urls.url_push": "/push" }, /url_push/],
  ["another scheme", { "application_context.return_urls.url_push": "ftp://shop" }, /url_push/],
  [
    "a URL over 2000",
    {
      "application_context.return_urls.url_error": `https://shop.example.com/${"x".repeat(2_000)}`,
    },
    /url_error/,
  ],
  ["an unknown method", { "payment_context.payment_methods": ["eps"] }, /payment_methods/],
  [
    "a descriptor with an umlaut",
    { "payment_context.dynamic_descriptor": { merchant_name: "Müller" } },
    /merchant_name/,
  ],
  [
    "a descriptor over 22",
    { "payment_context.dynamic_descriptor": { merchant_name: "x".repeat(23) } },
    /merchant_name/,
  ],
])("%s is refused by name", async (_name, changes, details) => {
  const answer = await sandbox.api("/Smart/Transactions", { body: requestWith(changes) })
  expect(answer.status).toBe(400)
  expect(answer.body).toEqual({
    status: "error",
    error: "ProductFormatException",
    error_details: matching(details),
    error_user: matching(/3001/),
    code: 3001,
    supportId: matching(/^[0-9a-f]{32}$/),
  })
})

it("an unknown contract is not allowed", async () => {
  const answer = await sandbox.api("/Smart/Transactions", {
    body: requestWith({ "contract.id": "GCR_OTHER" }),
  })
  expect(answer).toMatchObject({ status: 403, body: { code: 3005 } })
})

it.each(["sub_transaction", "stakeholder_payment", "subscription"])(
  "item type %s is not enabled for the contract",
  async (type) => {
    await sandbox.settings({ mixed_basket: false })
    const body = requestWith({
      [`${line}.item_type`]: type,
      [`${line}.sum`]: 1_595,
      [`${line}.contract_id`]: "GCR_OTHER",
      [`${line}.sub_basket`]: [{ desc: "Part", quantity: 1, priceOne: 1_595, tax: 19 }],
    })
    const answer = await sandbox.api("/Smart/Transactions", { body })
    await sandbox.settings({ mixed_basket: true })
    expect(answer).toMatchObject({ status: 400, body: { code: 4028 } })
  },
)

describe("authentication", () => {
  const expired = { status: 403, body: { code: 2003, error_details: "Valid auth token required" } }

  it.each([
    ["no token", null],
    ["an unknown token", "qb56tjj1bcvo9n2nj4u38k84lo"],
  ])("%s is answered like an expired one", async (_name, token) => {
    expect(await sandbox.api("/Smart/Transactions/STX_X", { token })).toMatchObject(expired)
  })

  it.each<[what: string, path: string, request: { method?: string; body?: unknown }]>([
    ["an unknown service", "/Smart/Nothing", {}],
    ["an unknown method of a service", "/Smart/Transactions/STX_X", { method: "DELETE" }],
    ["an unknown id", "/Payment/Customers/PCU_X", {}],
    ["an unknown action", "/Smart/Transactions/STX_X/dance", { method: "POST" }],
    ["a body that is wrong", "/Payment/Containers", { body: {} }],
    ["a query that cannot be read", "/Smart/Transactions?q=status", {}],
  ])("without a token %s is not looked at", async (_what, path, request) => {
    expect(await sandbox.api(path, { ...request, token: null })).toMatchObject(expired)
  })

  it("without a token broken JSON is not looked at", async () => {
    const headers = { "content-type": "application/json" }
    const url = `${sandbox.url}/api/v2/Smart/Transactions`
    const answer = await fetch(url, { method: "POST", headers, body: "{" })
    expect([answer.status, await answer.json()]).toEqual([403, matchingObject(expired.body)])
  })

  it("a token ends with its lifetime, and when told to", async () => {
    const read = (token: string) => sandbox.api("/Smart/Transactions/STX_X", { token })
    const unknown = { status: 403, body: { code: 3006 } }
    const token = await sandbox.newToken()
    expect(await read(token)).toMatchObject(unknown)
    await sandbox.call("/sandbox/tokens/expire", { method: "POST", body: {} })
    expect(await read(token)).toMatchObject(expired)
    await sandbox.settings({ token_lifetime_seconds: 3 })
    const short = await sandbox.newToken()
    expect(await read(short)).toMatchObject(unknown)
    await new Promise((resolve) => setTimeout(resolve, 3_050))
    expect(await read(short)).toMatchObject(expired)
    await sandbox.settings({ token_lifetime_seconds: 1200 })
  })

  it.each([
    ["a wrong secret", { client_secret: "wrong" }, "invalid_client"],
    ["a wrong client", { client_id: "wrong" }, "invalid_client"],
    ["another grant", { grant_type: "password" }, "unsupported_grant_type"],
    ["no client", { client_id: undefined }, "invalid_request"],
  ])("%s fails in OAuth's shape", async (_name, change, error) => {
    const body = {
      grant_type: "client_credentials",
      client_id: "00563697073442633035025909838580",
      client_secret: "3382456441636938321687549172178382320163695870914358804052148567",
      ...change,
    }
    const answer = await sandbox.call("/oauth/token", { body })
    expect(answer).toEqual({ status: 400, body: { error, error_description: matching(/\w/) } })
  })

  it("takes a form as well", async () => {
    const response = await fetch(`${sandbox.url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: "00563697073442633035025909838580",
        client_secret: "3382456441636938321687549172178382320163695870914358804052148567",
      }),
    })
    expect(await response.json()).toMatchObject({ expires_in: 1200, token_type: "bearer" })
  })
})

describe("what is not JSON", () => {
  const send = async (type: string, body: string): Promise<unknown> => {
    const headers = { "content-type": type, authorization: `Bearer ${await sandbox.newToken()}` }
    const url = `${sandbox.url}/api/v2/Smart/Transactions`
    const response = await fetch(url, { method: "POST", headers, body })
    expect(response.status).toBe(400)
    return response.json()
  }

  it.each([
    { name: "broken JSON", type: "application/json", body: "{", details: /JSON/ },
    { name: "a form", type: "text/plain", body: "a=b", details: /Content-Type/ },
  ])("$name is refused in the API's shape", async ({ type, body, details }) => {
    expect(await send(type, body)).toMatchObject({
      status: "error",
      code: 3001,
      error_details: matching(details),
    })
  })

  it("an unknown service is answered in the API's shape", async () => {
    const token = await sandbox.newToken()
    expect(await sandbox.api("/Smart/Nothing", { token })).toMatchObject({
      status: 404,
      body: { status: "error", code: 3004 },
    })
  })
})
