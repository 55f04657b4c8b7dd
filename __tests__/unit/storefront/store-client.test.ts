import Medusa from "@medusajs/js-sdk"

import {
  createStoreClient,
  type Result,
  retrieveCheckoutUrl,
  retrievePayment,
  type StoreClientOptions,
} from "../../../src/storefront"
import { freePort } from "../../support/free-port"
import { type Answer, fakeStore } from "./support/store"

const PATH = "POST /store/secuconnect/payment-sessions/payses_1/checkout"
const KEY = "pk_of_the_shop"

/** Both ways to the same store. */
const WAYS = {
  fetch: (baseUrl: string, options?: StoreClientOptions) =>
    createStoreClient({ baseUrl, publishableKey: KEY }, options),
  "the SDK": (baseUrl: string, options?: StoreClientOptions) =>
    createStoreClient(new Medusa({ baseUrl, publishableKey: KEY }), options),
}

type Way = keyof typeof WAYS

/** What a storefront hears when it asks where to pay, and the store answers this. */
async function told(way: Way, answer: Answer, options?: StoreClientOptions) {
  const store = await fakeStore({ [PATH]: answer })
  try {
    const result = await retrieveCheckoutUrl(WAYS[way](store.url, options), "payses_1")
    return { result, seen: store.seen }
  } finally {
    await store.close()
  }
}

describe.each(["fetch", "the SDK"] as const)("with %s", (way) => {
  it("an answer is a value, and the key is sent", async () => {
    const { result, seen } = await told(way, {
      body: { payment_session: { id: "payses_1", checkout_url: "https://pay.example.com/1" } },
    })
    expect(result).toEqual({ ok: true, checkout_url: "https://pay.example.com/1" })
    expect(seen).toMatchObject([{ line: PATH, headers: { "x-publishable-api-key": KEY } }])
  })

  it.each([
    { what: "Medusa's own refusal", status: 400, code: "refused" },
    { what: "a server error", status: 500, code: "refused" },
    { what: "what is not there", status: 404, code: "not_found" },
  ])("$what is a value, with the store's sentence", async ({ status, code }) => {
    const body = { type: "invalid_data", message: "Something is missing." }
    const { result } = await told(way, { status, body })
    expect(result).toEqual({ ok: false, code, message: "Something is missing.", status })
  })

  it.each([
    { what: "a page of a proxy", status: 502, body: "<h1>Bad gateway</h1>", code: "refused" },
    { what: "an error without a message", status: 400, body: { message: 7 }, code: "refused" },
  ])("$what gets a sentence of ours", async ({ status, body, code }) => {
    const { result } = await told(way, { status, body })
    expect(result).toMatchObject({ ok: false, code, status })
    expect(messageOf(result)).not.toBe("")
  })

  it.each([
    ["a body that is no JSON", "<h1>Welcome to the WiFi</h1>"],
    ["nothing", ""],
    ["null", null],
    ["a list", []],
    ["no address", { payment_session: { id: "payses_1" } }],
    ["an address that runs a script", { payment_session: { checkout_url: "javascript:alert(1)" } }],
  ])("%s is no answer of the route", async (_, body) => {
    const { result } = await told(way, { body })
    expect(["unreadable_answer", "no_answer"]).toContain(codeOf(result))
  })

  it("a store that cannot be reached is a value, in the shopper's language", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`
    const german = WAYS[way](nobody, { locale: "de-AT" })
    expect(await retrievePayment(german, "x")).toEqual({
      ok: false,
      code: "no_answer",
      message: "Der Shop ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
      status: null,
    })
    const english = WAYS[way](nobody, { locale: "fr" })
    expect(messageOf(await retrievePayment(english, "x"))).toMatch(/^The shop cannot be reached/)
  })

  it("a store that does not answer in time counts as one that cannot be reached", async () => {
    const store = await fakeStore({ [PATH]: "silence" })
    const result = await retrieveCheckoutUrl(WAYS[way](store.url, { timeoutMs: 50 }), "payses_1")
    expect(codeOf(result)).toBe("no_answer")
    await store.close()
  })

  it("whoever aborts a request gets a value", async () => {
    const store = await fakeStore({ [PATH]: "silence" })
    const aborter = new AbortController()
    const { send } = WAYS[way](store.url)
    const path = "/store/secuconnect/payment-sessions/payses_1/checkout"
    const answer = send(path, { method: "POST", signal: aborter.signal })
    aborter.abort()
    expect(await answer).toMatchObject({ ok: false, code: "no_answer" })
    expect(await send(path, { method: "POST", signal: aborter.signal })).toMatchObject({
      ok: false,
      code: "no_answer",
    })
    await store.close()
  })
})

describe("with fetch", () => {
  it("the plugin's code comes along", async () => {
    const body = { type: "not_allowed", code: "checkout_out_of_stock", message: "Sold out." }
    const { result } = await told("fetch", { status: 400, body })
    expect(result).toMatchObject({ code: "checkout_out_of_stock", message: "Sold out." })
  })

  it.each(["toString", "unknown_payment_error", 7, null])(
    "a code that the kit does not know, such as %s, is none",
    async (code) => {
      const body = { type: "not_allowed", code, message: "No." }
      const { result } = await told("fetch", { status: 400, body })
      expect(result).toMatchObject({ code: "refused", message: "No." })
    },
  )

  it("an address that is none is a value", async () => {
    const client = createStoreClient({ baseUrl: "", publishableKey: KEY })
    expect(codeOf(await retrievePayment(client, "x"))).toBe("no_answer")
  })

  it("headers and a fetch of the shop's own are used; nothing is cached", async () => {
    const calls: [unknown, RequestInit | undefined][] = []
    const client = createStoreClient({
      baseUrl: "https://api.example.com/medusa/",
      publishableKey: KEY,
      headers: { authorization: "Bearer token" },
      fetch: (input, init) => {
        calls.push([input, init])
        return Promise.resolve(Response.json({ payment_session: { state: "open" } }))
      },
    })
    await retrievePayment(client, "a/b")
    expect(calls).toMatchObject([
      [
        "https://api.example.com/medusa/store/secuconnect/payment-sessions/a%2Fb",
        { cache: "no-store", headers: { authorization: "Bearer token" } },
      ],
    ])
  })
})

const codeOf = (result: Result<object>) => (result.ok ? null : result.code)
const messageOf = (result: Result<object>) => (result.ok ? "" : result.message)
