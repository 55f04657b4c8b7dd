import { z } from "zod"

import { ask } from "../support/http"
import { sharedDatabaseServer } from "../support/shared-database-server"
import { prepareShop, startShop, STOREFRONT, type Shop, type ShopOptions } from "../support/shop"
import { askForSession, fillCart, openCollection } from "../support/shopper"
import { storeFolder } from "../support/store-folder"

const changed = (...statements: string[]) =>
  storeFolder(sharedDatabaseServer().folder, statements.join("\n"))

/** Starts a store that must not come up, and gives what it says. */
async function failedStart(options: ShopOptions): Promise<{ end: string; log: string }> {
  const shop = await prepareShop(options)
  try {
    return { end: await shop.process.runToEnd(), log: shop.log() }
  } finally {
    await shop.stop()
  }
}

const refusalSchema = z.object({ code: z.string(), message: z.string() })

/** Asks for a payment in a shop where none can be started. */
async function refusedStart(shop: Shop) {
  const collectionId = await openCollection(shop, await fillCart(shop))
  const { status, body } = await askForSession(shop, collectionId)
  return { status, ...refusalSchema.parse(body) }
}

describe("options that are wrong or missing", () => {
  let end: string
  let log: string

  beforeAll(async () => {
    const options = {
      contractId: "my contract",
      checkoutTemplateId: "GCR_1",
      environment: "production",
      capture: "later",
      timeoutMs: "20s",
      demo: "yes",
      storefrontReturnUrl: "/checkout/return",
      backendUrl: "https://api.example.com/?shop=1",
      statementDescriptor: "Größe & Söhne",
      prepaymentExpiryDays: 0,
      clientSecrets: "x",
    }
    const env = { SECUCONNECT_CLIENT_ID: undefined, SECUCONNECT_CLIENT_SECRET: "" }
    ;({ end, log } = await failedStart({ options, env }))
  })

  it("stop the start", () => expect(end).not.toBe("code 0"))

  it.each([
    ["clientId is missing"],
    ["clientSecret"],
    ["contractId: must look like GCR_…"],
    ["checkoutTemplateId: must look like"],
    ['environment: must be "live", "testing" or an absolute http(s) URL'],
    ["capture"],
    ["timeoutMs"],
    ["demo"],
    ["storefrontReturnUrl: must be an absolute http(s) URL"],
    ["backendUrl: must have neither a query nor a fragment (? or #)"],
    ["statementDescriptor: must be 1 to 22 characters"],
    ["prepaymentExpiryDays"],
    ["unknown option: clientSecrets"],
  ])("are named in one message: %s", (line) => {
    const title = "medusa-payment-secuconnect: the options in medusa-config are not right."
    const [, ...messages] = log.split(title)
    const [message = ""] = messages
    expect(message.split("\n    at ")[0]).toContain(`\n  - ${line}`)
  })
})

describe("a store that does not say where it is reached, and whose providers have no id", () => {
  it("does not start: the messages name both", async () => {
    const cwd = changed(
      "delete config.modules.secuconnect.options.backendUrl",
      'config.admin.backendUrl = "/"',
      "for (const provider of config.modules.payment.options.providers) delete provider.id",
    )
    const { end, log } = await failedStart({ cwd })
    expect(end).not.toBe("code 0")
    expect(log).toContain(
      'resolve: "medusa-payment-secuconnect/providers/secuconnect", id: "secuconnect" }',
    )
    expect(log).toContain("backendUrl is missing: set it to the public address of this server")
  })
})

describe("a store with the payment provider alone", () => {
  it("does not start: the message is the plugin's entry", async () => {
    const cwd = changed("delete config.modules.secuconnect")
    const { end, log } = await failedStart({ cwd })
    expect(end).not.toBe("code 0")
    expect(log).toContain('\n  { resolve: "medusa-payment-secuconnect", options: { … } },\n')
  })
})

describe("a payment module whose entry lacks the line with its dependencies", () => {
  let shop: Shop

  beforeAll(async () => {
    const cwd = changed(
      "delete config.modules.payment.dependencies",
      "delete config.modules.secuconnect.options.storefrontReturnUrl",
    )
    shop = await startShop({
      cwd,
      env: { STORE_CORS: `${STOREFRONT},shop.example.com` },
      options: { demo: false },
    })
  })

  afterAll(() => shop.stop())

  it("logs the line to add at the start", () => {
    expect(shop.log()).toMatch(/error.*medusa-payment-secuconnect: the payment module cannot see/)
    expect(shop.log()).toContain('\n  dependencies: ["secuconnect", "query"],\n')
  })

  it("logs what is no origin among those of the store", () => {
    expect(shop.log()).toMatch(/warn.*storeCors \(STORE_CORS\): "shop\.example\.com" is no origin/)
    expect(shop.log()).not.toContain(`"${STOREFRONT}" is no origin`)
  })

  it("warns outside demo mode that its address is not public", () => {
    expect(shop.log()).toMatch(/warn.*backendUrl http:\/\/localhost:\d+ is not a public address/)
  })

  it("refuses every payment with the same words", async () => {
    const { status, code, message } = await refusedStart(shop)
    expect({ status, code }).toEqual({ status: 400, code: "secuconnect_not_configured" })
    expect(message).toContain('dependencies: ["secuconnect", "query"],')
    expect(await shop.sandbox.requests()).toEqual([])
  })

  it("shows a page of its own to an unknown return when no storefront is configured", async () => {
    const url = `${shop.storeUrl}/hooks/secuconnect/return/${"A".repeat(43)}/success`
    const { status, text, headers } = await ask(url)
    expect(status).toBe(404)
    expect(headers.get("content-type")).toMatch(/^text\/html/)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(text).toContain("Diese Zahlung wurde nicht gefunden")
    expect(text).toContain("This payment was not found")
  })
})
