import { z } from "zod"

import { ask } from "../support/http"
import { newestRow, rowOf } from "../support/ledger"
import { startShop, TEST_CONTRACT, type OwnShop } from "../support/shop"
import { askForSession, fillCart, goToCheckout, openCollection } from "../support/shopper"

const PATH = "/admin/secuconnect/settings"

const pageSchema = z.object({
  settings: z.record(z.string(), z.object({ value: z.unknown(), source: z.string() })),
  environment: z.string(),
  base_url: z.string(),
  credentials_present: z.literal(true),
  revision: z.number(),
  changed_by: z.string().nullable(),
  changed_at: z.string().nullable(),
  changed: z.array(z.string()),
})

const checksSchema = z.object({
  checks: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      code: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
})

const refusedSchema = z.looseObject({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.object({ code: z.string(), message: z.string() })).optional(),
})

const testPaymentReply = z.object({
  test_payment: z.object({ id: z.string(), stx_id: z.string(), checkout_url: z.string() }),
})

/** Name of the seeded admin. */
const ADMIN = "Paula Tinte"

let shop: OwnShop

// The contract is for the page to set; demo mode is not.
beforeAll(async () => {
  shop = await startShop({
    clock: "stands",
    env: { SECUCONNECT_CONTRACT_ID: undefined },
    options: {
      demo: true,
      shopName: "Papier & Tinte",
      allowedReturnOrigins: ["https://bücher.example:443/shop", "https://*.example.com", "*"],
    },
  })
})

afterAll(() => shop.stop())

const readPage = () => shop.admin.ok(pageSchema, PATH)

const save = (revision: number, values: Record<string, unknown>) =>
  shop.admin.call(PATH, { body: { revision, values } })

/** Stores on top of whatever there is. */
async function store(values: Record<string, unknown>) {
  const { revision } = await readPage()
  const body = { revision, values }
  return await shop.admin.ok(pageSchema, PATH, { body })
}

async function testConnection() {
  const path = "/admin/secuconnect/connection-test"
  const { checks } = await shop.admin.ok(checksSchema, path, { method: "POST" })
  return (id: string) => checks.filter((check) => check.id === id)
}

describe("without the admin's login", () => {
  it.each([
    ["GET", "settings"],
    ["POST", "settings"],
    ["POST", "connection-test"],
    ["POST", "test-payments"],
  ])("%s /admin/secuconnect/%s answers 401", async (method, route) => {
    const url = `${shop.storeUrl}/admin/secuconnect/${route}`
    expect(await ask(url, { method })).toMatchObject({ status: 401 })
  })
})

describe("before anything was stored", () => {
  it("the page shows the configuration and the defaults, and says which is which", async () => {
    const page = await readPage()
    expect(page).toMatchObject({ revision: 0, changed_by: null, changed_at: null, changed: [] })
    expect(page.base_url).toBe(shop.sandbox.url)
    expect(page.settings).toMatchObject({
      contractId: { value: null, source: "default" },
      demo: { value: true, source: "config" },
      shopName: { value: "Papier & Tinte", source: "config" },
      capture: { value: "automatic", source: "default" },
      abandonAfterHours: { value: 24, source: "default" },
    })
  })

  it("the log says what is no origin among the allowed ones", () => {
    const about = shop.log().match(/warn.*allowedReturnOrigins.*/g) ?? []
    expect(about).toEqual([
      expect.stringContaining('"https://*.example.com" is no origin'),
      expect.stringContaining('"*" allows no return_url'),
    ])
  })

  it("holds no credential", async () => {
    const { text } = await shop.admin.call(PATH)
    expect(text).not.toContain(TEST_CONTRACT.clientId)
    expect(text).not.toContain(TEST_CONTRACT.clientSecret)
  })

  it("a payment is refused with words that name the page", async () => {
    const { status, body } = await askForSession(
      shop,
      await openCollection(shop, await fillCart(shop)),
    )
    const { code, message } = refusedSchema.parse(body)
    expect({ status, code }).toEqual({ status: 400, code: "secuconnect_not_configured" })
    expect(message).toContain("contractId")
    expect(message).toContain("Settings → secuconnect")
    expect(await newestRow(shop)).toBeUndefined()
    expect(await shop.sandbox.requests()).toEqual([])
  })

  it("the connection test names the missing contract and asks for nothing more", async () => {
    const found = await testConnection()
    expect(found("token")).toMatchObject([{ state: "ok", code: "token_ok" }])
    expect(found("contract")).toMatchObject([{ state: "error", code: "contract_missing" }])
    expect(found("methods")).toMatchObject([{ state: "unknown" }])
  })

  it("there is no trial payment either", async () => {
    const { status, body } = await shop.admin.call("/admin/secuconnect/test-payments", {
      method: "POST",
    })
    expect({ status, ...refusedSchema.parse(body) }).toMatchObject({
      status: 400,
      code: "secuconnect_not_configured",
    })
  })
})

describe("values that are not right", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["a contract of another kind", { contractId: "COT_1" }, "invalid"],
    ["a contract with blanks inside", { contractId: "GCR_1 2" }, "invalid"],
    ["an empty contract", { contractId: "" }, "invalid"],
    ["a template of another kind", { checkoutTemplateId: "GCR_1" }, "invalid"],
    ["a template for one language only", { checkoutTemplateId: { de: "COT_1" } }, "invalid"],
    ["a word for a switch", { refundOrphans: "yes" }, "invalid"],
    ["no hours", { abandonAfterHours: 0 }, "invalid"],
    ["half a day", { prepaymentReminderDays: 1.5 }, "invalid"],
    ["no day in a list", { prepaymentReminderDays: [3, "x"] }, "invalid"],
    ["more than a year", { prepaymentExpiryDays: 366 }, "invalid"],
    ["another language", { language: "fr" }, "invalid"],
    ["umlauts on the statement", { statementDescriptor: "Größe" }, "invalid"],
    ["what the configuration sets", { demo: false }, "in_config"],
    ["the default for what the configuration sets", { shopName: null }, "in_config"],
    ["a credential", { clientSecret: "x" }, "unknown"],
    ["an address", { backendUrl: "https://evil.example" }, "unknown"],
    ["no setting at all", { constructor: "x" }, "unknown"],
  ])("are refused at their field: %s", async (_what, values, code) => {
    const [name = ""] = Object.keys(values)
    const { status, body } = await save(0, values)
    const refused = refusedSchema.parse(body)
    expect({ status, code: refused.code }).toEqual({
      status: 400,
      code: "secuconnect_settings_refused",
    })
    expect(refused.fields).toMatchObject({ [name]: { code } })
    expect(refused.message).toContain(name)
  })

  it("leave the good ones beside them unstored", async () => {
    await save(0, { capture: "manual", contractId: "x" })
    expect((await readPage()).settings["capture"]).toEqual({
      value: "automatic",
      source: "default",
    })
  })

  it.each([
    ["nothing", undefined],
    ["a list", []],
    ["no revision", { values: {} }],
    ["a revision in words", { revision: "0", values: {} }],
    ["no values", { revision: 0 }],
  ])("a body that is none is refused: %s", async (_what, body) => {
    expect(await shop.admin.call(PATH, { method: "POST", body })).toMatchObject({ status: 400 })
  })
})

describe("what the page has stored", () => {
  beforeAll(() => store({ contractId: ` ${TEST_CONTRACT.contractId} `, basket: "single_line" }))

  it("is shown with who stored it, and when", async () => {
    const page = await readPage()
    expect(page.settings).toMatchObject({
      contractId: { value: TEST_CONTRACT.contractId, source: "stored" },
      basket: { value: "single_line", source: "stored" },
    })
    expect(page.changed).toEqual(["basket", "contractId"])
    expect(page.changed_by).toBe(ADMIN)
    expect(Date.parse(page.changed_at ?? "")).toBeGreaterThan(Date.now() - 60_000)
  })

  it("counts for the next payment", async () => {
    const { stx } = await goToCheckout(shop, { items: { "PEN-8050": 1, "CASE-01": 1 } })
    const { request } = await shop.sandbox.read(stx)
    expect(request).toMatchObject({
      contract: { id: TEST_CONTRACT.contractId },
      basket: { products: [{ quantity: 1 }] },
      payment_context: { auto_capture: true },
    })
    await store({ capture: "manual", basket: null })
    const next = await goToCheckout(shop, { items: { "PEN-8050": 1, "CASE-01": 1 } })
    expect((await shop.sandbox.read(next.stx)).request).toMatchObject({
      basket: { products: [{}, {}] },
      payment_context: { auto_capture: false },
    })
  })

  it("survives a restart of the server", async () => {
    await store({ capture: "manual" })
    await shop.restart()
    expect((await readPage()).settings["capture"]).toEqual({ value: "manual", source: "stored" })
    const { stx } = await goToCheckout(shop)
    expect((await shop.sandbox.read(stx)).request).toMatchObject({
      payment_context: { auto_capture: false },
    })
  })

  it("keeps a value that is the default out of the database, and writes nothing without a change", async () => {
    const { revision, settings } = await store({ capture: "automatic" })
    expect(settings["capture"]).toEqual({ value: "automatic", source: "default" })
    expect((await store({ capture: null })).revision).toBe(revision)
  })

  it("counts no more where it cannot be used, which is told in the log", async () => {
    const { revision } = await store({ abandonAfterHours: 48 })
    await shop.db.run(
      `UPDATE secuconnect_settings_revision
       SET "values" = "values" || '{"abandonAfterHours": "x"}' WHERE revision = ${revision}`,
    )
    expect((await readPage()).settings).toMatchObject({
      abandonAfterHours: { value: 24, source: "default" },
      contractId: { value: TEST_CONTRACT.contractId, source: "stored" },
    })
    expect(shop.log()).toMatch(/error.*stored settings that cannot be used.*abandonAfterHours/)
  })
})

describe("two people at once", () => {
  it("the second is told who was faster, and nothing of theirs is stored", async () => {
    const { revision } = await readPage()
    expect(await save(revision, { shopName: undefined, language: "de" })).toMatchObject({
      status: 200,
    })
    const { status, body } = await save(revision, { language: "en" })
    expect({ status, ...refusedSchema.parse(body) }).toMatchObject({
      status: 409,
      code: "secuconnect_settings_changed",
      message: `${ADMIN} has changed the settings in the meantime. Load them again, then make your changes.`,
      changed: ["language"],
    })
    expect((await readPage()).settings["language"]).toMatchObject({ value: "de" })
  })

  it("of ten in the same moment one wins", async () => {
    const { revision } = await readPage()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_none, nth) => save(revision, { abandonAfterHours: 100 + nth })),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
    expect((await readPage()).revision).toBe(revision + 1)
  })
})

describe("the connection test", () => {
  beforeEach(() => store({ contractId: TEST_CONTRACT.contractId }))
  afterEach(() => shop.sandbox.calm())

  it("finds all well that is well", async () => {
    const found = await testConnection()
    expect(found("token")).toMatchObject([{ state: "ok" }])
    expect(found("contract")).toMatchObject([{ state: "ok", code: "contract_ok" }])
    expect(found("clock")).toMatchObject([{ state: "ok" }])
    expect(found("regions")).toMatchObject([{ state: "ok" }])
    const methods = found("methods").map(({ detail }) => detail["method"])
    expect(methods).toEqual(expect.arrayContaining(["creditcard", "prepaid", "debit", "invoice"]))
    expect(found("methods")[0]?.detail["regions"]).toEqual(["Deutschland"])
  })

  it("warns of what keeps pushes from arriving, and of modules that live in one process", async () => {
    const found = await testConnection()
    expect(found("address")).toMatchObject([{ state: "warning", code: "address_private" }])
    expect(found("modules")).toMatchObject([
      {
        state: "warning",
        code: "modules_in_memory",
        detail: { modules: ["locking", "event_bus", "workflows"] },
      },
    ])
  })

  it("names what is missing in test mode", async () => {
    await shop.sandbox.set({ demo: "no_cards" })
    const found = await testConnection()
    await shop.sandbox.set({ demo: "allowed" })
    expect(found("test_mode")).toMatchObject([
      {
        state: "warning",
        code: "test_mode_lacks",
        detail: { methods: ["creditcard", "applepay", "googlepay"] },
      },
    ])
    expect((await testConnection())("test_mode")).toEqual([])
  })

  it("says that the contract is not known there", async () => {
    await store({ contractId: "GCR_UNKNOWN" })
    const [contract] = (await testConnection())("contract")
    expect(contract).toMatchObject({ state: "error", code: "contract_refused" })
    expect(String(contract?.detail["cause"])).toContain("support id")
  })

  it("says that secuconnect does not answer, and changes nothing", async () => {
    await shop.sandbox.disturb({ path: "token", fault: "drop_before", times: 20 })
    const found = await testConnection()
    expect(found("token")).toMatchObject([{ state: "error", code: "token_unreachable" }])
    expect(found("contract")).toMatchObject([{ state: "unknown", code: "contract_not_asked" }])
    expect(found("clock")).toMatchObject([{ state: "unknown" }])
  })

  it("warns when no region offers the plugin", async () => {
    const region = `/admin/regions/${shop.seeded.region_id}`
    const set = (payment_providers: string[]) =>
      shop.admin.ok(z.unknown(), region, { body: { payment_providers } })
    await set(["pp_system_default"])
    expect((await testConnection())("regions")).toMatchObject([
      { state: "warning", code: "regions_none" },
    ])
    await set(["pp_system_default", "pp_secuconnect_secuconnect"])
    expect((await testConnection())("regions")).toMatchObject([{ state: "ok" }])
  })
})

describe("a trial payment", () => {
  const startTestPayment = async (language?: string) => {
    const body = { language }
    const path = "/admin/secuconnect/test-payments"
    return (await shop.admin.ok(testPaymentReply, path, { body })).test_payment
  }

  it("is one euro, always a demo, and marked as a trial", async () => {
    const { stx_id, id } = await startTestPayment("de")
    expect(await shop.sandbox.read(stx_id)).toMatchObject({
      sum: 100,
      request: {
        is_demo: true,
        basket_info: { sum: 100, currency: "EUR" },
        application_context: { language: "de" },
      },
    })
    const sql = `SELECT is_test_payment, is_demo, payment_session_id, creation, due_at
      FROM secuconnect_checkout WHERE id = $1`
    expect(await shop.db.rows(z.unknown(), sql, [id])).toEqual([
      {
        is_test_payment: true,
        is_demo: true,
        payment_session_id: "",
        creation: "open",
        due_at: null,
      },
    ])
  })

  it("leads to a page of ours, and to no order", async () => {
    const { stx_id } = await startTestPayment()
    const back = await shop.sandbox.checkout(stx_id, { method: "creditcard", outcome: "pay" })
    const { status, text } = await ask(back)
    expect(status).toBe(200)
    expect(text).toContain("Die Testzahlung ist abgeschlossen")
    expect(text).toContain("The test payment is complete")
    expect(await rowOf(shop, { stx: stx_id })).toMatchObject({ order_id: null, status: "accepted" })
  })

  it("can be reached by no storefront, whatever id it makes up", async () => {
    await startTestPayment()
    for (const id of ["%20", "%00", "-", "''"]) {
      const answer = await shop.store.call(`/store/secuconnect/payment-sessions/${id}`)
      expect([400, 404]).toContain(answer.status)
    }
  })

  it("tells what to check when secuconnect refuses it", async () => {
    await store({ contractId: "GCR_UNKNOWN" })
    const { status, body } = await shop.admin.call("/admin/secuconnect/test-payments", {
      method: "POST",
    })
    expect(status).toBe(400)
    expect(refusedSchema.parse(body).message).toMatch(/contractId/)
    await store({ contractId: TEST_CONTRACT.contractId })
  })

  it("tells where to test instead when test mode is refused", async () => {
    await shop.sandbox.set({ demo: "refused" })
    const { status, body } = await shop.admin.call("/admin/secuconnect/test-payments", {
      method: "POST",
    })
    await shop.sandbox.set({ demo: "allowed" })
    expect(status).toBe(400)
    expect(refusedSchema.parse(body).message).toMatch(/Test mode is refused.*test system/)
  })
})
