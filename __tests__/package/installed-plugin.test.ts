import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import os from "node:os"
import path from "node:path"
import { z } from "zod"

import { captured, readBooks, waiting } from "../support/books"
import { describeInBrowser } from "../support/chromium"
import { REPOSITORY } from "../support/repository"
import { RETURN_PAGE, type Shop } from "../support/shop"
import { comeBack, payAt, PROVIDER, startPayment } from "../support/shopper"
import { until } from "../support/until"
import { builtAdmin, packagesOfAdminSources, packagesOfDashboard } from "./support/admin-bundle"
import { installedCopies, SINGLE_COPY } from "./support/installed-copies"
import { fillCart, openShop, PRICE } from "./support/open-shop"
import { packPlugin } from "./support/pack"
import { compiledNames, kitNames, sandboxNames } from "./support/plugin-sources"
import { run } from "./support/run"
import { installInScratchStore } from "./support/scratch-store"
import { startInstalledShop } from "./support/start-installed-shop"
import { visitAdmin } from "./support/visit-admin"

const orderPaymentReply = z.object({
  payment: z.object({ transfer_details: z.object({ iban: z.string(), qr_svg: z.string() }) }),
})

/** Words of the lines that a rehearsal writes. */
const KINDS = [
  ...["paid", "window_closed", "webhook_lost", "connection_broken", "double_click"],
  ...["storefront_completes", "declined", "aborted"],
  ...["partial_refund", "full_refund", "returned", "crash"],
]

const folder = mkdtempSync(path.join(os.tmpdir(), "secuconnect-scratch-store-"))
const scratchStore = path.join(folder, "store")
let contents: string[]
let tarballFile: string

beforeAll(async () => {
  mkdirSync(scratchStore)
  const tarball = await packPlugin(folder)
  contents = tarball.contents
  tarballFile = tarball.file
  await installInScratchStore(scratchStore, tarball.file)
}, 1_800_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the packed plugin", () => {
  it("is what src compiles to, the admin's bundle, the sandbox, and what is to be read", () => {
    const toRead = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"]
    const docs = readdirSync(path.join(REPOSITORY, "docs")).filter((file) => file.endsWith(".md"))
    const guides = docs.map((file) => `docs/${file}`)
    const types = ["js", "mjs", "d.ts", "d.mts"]
    const admin = types.map((type) => `.medusa/server/src/admin/index.${type}`)
    const programs = [...compiledNames(), ...kitNames(), ...sandboxNames(), ...admin]
    expect(contents).toEqual([...programs, ...toRead, ...guides].sort())
  })

  it("holds no source map: nobody reads it, and each holds a source once more", () => {
    const plugin = path.join(scratchStore, "node_modules", "medusa-payment-secuconnect")
    const mapped = contents.filter((file) =>
      readFileSync(path.join(plugin, file), "utf8").includes("sourceMappingURL="),
    )
    expect(mapped.filter((file) => /js$/.test(file))).toEqual([])
  })

  it("is packed as publint wants it, suggestions included", async () => {
    const said = await run(["npx", "--no-install", "publint", "--strict", tarballFile], {
      cwd: REPOSITORY,
    })
    expect(said).toMatch(/All good!/)
  })

  it("has right types for every entry, imported and required", async () => {
    const types = ["npx", "--no-install", "attw", "--profile", "node16", tarballFile]
    expect(await run(types, { cwd: REPOSITORY })).toContain("medusa-payment-secuconnect/admin")
  })

  it.each([
    "modules/secuconnect",
    "providers/secuconnect",
    "workflows",
    "http-types",
    "storefront",
    "storefront/react",
  ])("can be required and imported as medusa-payment-secuconnect/%s", async (door) => {
    const name = `medusa-payment-secuconnect/${door}`
    const script = `require("${name}"); import("${name}")`
    await run(["node", "-e", script], { cwd: scratchStore })
  })

  it("keeps its inner files to itself", async () => {
    const inner = `require("medusa-payment-secuconnect/mapping/transfer")`
    await expect(run(["node", "-e", inner], { cwd: scratchStore })).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    )
  })

  it("brings its types, also where a package's exports are not known, and the README's medusa-config fits Medusa's", async () => {
    writeFileSync(
      path.join(scratchStore, "uses-plugin.ts"),
      `import { syncCheckoutWorkflow } from "medusa-payment-secuconnect/workflows"
       import { SECUCONNECT_MODULE } from "medusa-payment-secuconnect/modules/secuconnect"
       import type { AdminPayment, StoreOrderPayment } from "medusa-payment-secuconnect/http-types"
       import { createStoreClient, listPaymentMethods, type Result } from "medusa-payment-secuconnect/storefront"
       export const id: string = SECUCONNECT_MODULE + syncCheckoutWorkflow.getName()
       export const iban = (paid: StoreOrderPayment) => paid.transfer_details?.iban
       export const methods = listPaymentMethods(createStoreClient({ baseUrl: "", publishableKey: "" }), { cart_id: "" })
       export const fits: Promise<Result<{ payment_methods: { method: string }[] }>> = methods
       export const isWaiting = ({ state }: AdminPayment) => state === "waiting"`,
    )
    const kit = "storefront-kit.ts"
    copyFileSync(path.join(REPOSITORY, "__tests__/types", kit), path.join(scratchStore, kit))
    await run(["npx", "tsc", "--noEmit"], { cwd: scratchStore })
    // As in Medusa's own storefront starter.
    const withoutExports = ["--moduleResolution", "node10", "--module", "esnext"]
    const strict = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"]
    await run(["npx", "tsc", ...strict, ...withoutExports, kit], { cwd: scratchStore })
  })

  it("has an admin extension of at most 80 kB, gzipped, both of its forms together", () => {
    const files = builtAdmin(scratchStore)
    expect(files.map(({ name }) => name)).toEqual(["index.js", "index.mjs"])
    const bytes = files.reduce((sum, { gzipped }) => sum + gzipped, 0)
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBeLessThanOrEqual(80_000)
  })

  it("bundles no package into its admin extension, and asks only for what the dashboard brings", () => {
    // An import of the sources that the built file does not have any more has been bundled into it.
    const imported = packagesOfAdminSources()
    expect(imported).toEqual(expect.arrayContaining(["@medusajs/ui", "@tanstack/react-query"]))
    for (const file of builtAdmin(scratchStore)) expect(file.imports).toEqual(imported)
    // Medusa's command installs it beside the dashboard in every store.
    const brought = [...packagesOfDashboard(scratchStore), "@medusajs/admin-sdk"]
    expect(imported.filter((name) => !brought.includes(name))).toEqual([])
  })

  it.each(SINGLE_COPY)("adds no second copy of %s to a store", (name) => {
    expect(installedCopies(scratchStore, name)).toHaveLength(1)
  })
})

describe("a store with the plugin installed as the README says", () => {
  let shop: Shop
  let variantId: string
  let stop = () => Promise.resolve()

  beforeAll(async () => {
    const installed = await startInstalledShop(scratchStore)
    stop = () => installed.stop()
    const opened = await openShop(installed)
    shop = opened.shop
    variantId = opened.variantId
  })

  afterAll(() => stop())

  it("has the ledger's tables", async () => {
    const tables = (await shop.db.tables()).filter((name) => name.startsWith("secuconnect_"))
    expect(tables.sort()).toEqual([
      "secuconnect_checkout",
      "secuconnect_checkout_event",
      "secuconnect_delivery_report",
      "secuconnect_money_request",
      "secuconnect_order_lock",
      "secuconnect_payment_link",
      "secuconnect_settings_revision",
      "secuconnect_turn",
      "secuconnect_unpaid_order",
    ])
  })

  it("offers the provider in the region that it was switched on for", async () => {
    const reply = z.object({ payment_providers: z.array(z.object({ id: z.string() })) })
    const path = `/store/payment-providers?region_id=${shop.seeded.region_id}`
    const { payment_providers } = await shop.store.ok(reply, path)
    expect(payment_providers).toEqual([{ id: PROVIDER }])
  })

  it("does not miss the line `dependencies`", () => {
    expect(shop.log()).not.toContain("cannot see the plugin")
  })

  it("still shows its admin", async () => {
    expect(await shop.store.call("/app")).toMatchObject({ status: 200 })
  })

  it("answers an unknown push with 404 and asks secuconnect nothing", async () => {
    const answer = await shop.store.call("/hooks/secuconnect/push/unknown", { body: {} })
    expect(answer).toMatchObject({ status: 404, text: "Not Found" })
    expect(await shop.sandbox.requests()).toEqual([])
  })

  it("sends a shopper with an unknown way back to the storefront", async () => {
    const wayBack = `${shop.storeUrl}/hooks/secuconnect/return/unknown/success`
    expect(await comeBack(wayBack)).toMatchObject({
      status: 303,
      page: RETURN_PAGE,
      outcome: "unknown",
    })
  })

  it("knows no payment session that it has not started", async () => {
    expect(await shop.store.call("/store/secuconnect/payment-sessions/x")).toMatchObject({
      status: 404,
      body: { type: "not_found", message: "Payment session x was not found." },
    })
  })

  it("takes a payment by card", async () => {
    const cartId = await fillCart(shop, variantId)
    const payment = await startPayment(shop, cartId)
    const wayBack = await payAt(shop, payment, { method: "creditcard" })
    expect(await comeBack(wayBack)).toMatchObject({ status: 303, outcome: "success" })
    expect(await readBooks(shop, cartId)).toEqual(captured(PRICE))
  })

  it("has the plugin's middlewares and links", async () => {
    const unasked = await shop.store.call("/store/secuconnect/payment-methods")
    expect(unasked).toMatchObject({ status: 400, body: { type: "invalid_data" } })
    expect(unasked.headers.get("cache-control")).toBe("no-store")
    const linked = await shop.admin.call("/admin/orders?fields=id,*secuconnect_checkouts")
    expect(linked).toMatchObject({
      status: 200,
      body: { orders: [{ secuconnect_checkouts: [{ status: "accepted" }] }] },
    })
  })

  it("takes a prepayment: the order waits, shows where to transfer, and is paid", async () => {
    const cartId = await fillCart(shop, variantId)
    const payment = await startPayment(shop, cartId)
    const { orderId } = await comeBack(await payAt(shop, payment, { method: "prepaid" }))
    expect(await readBooks(shop, cartId)).toEqual(waiting(PRICE))

    const { payment: shown } = await shop.store.ok(
      orderPaymentReply,
      `/store/secuconnect/orders/${orderId}`,
    )
    expect(shown.transfer_details.iban).toMatch(/^\w{4}( \w{1,4})+$/)
    expect(shown.transfer_details.qr_svg).toContain("<svg")

    await shop.sandbox.happen(payment.stx, "money_arrived")
    const paid = await until(
      "the money in the books",
      async () => {
        const books = await readBooks(shop, cartId)
        const isBooked = books.transactions.length > 0 && books.payment_status !== "awaiting"
        return isBooked ? books : undefined
      },
      30_000,
    )
    expect(paid).toEqual(captured(PRICE))
  })

  const script = (name: string) =>
    `./node_modules/medusa-payment-secuconnect/.medusa/server/src/scripts/${name}.js`
  const exec = (name: string, ...args: string[]) =>
    run(["npx", "medusa", "exec", script(name), ...args], {
      cwd: scratchStore,
      env: { ...shop.command.env, LOG_LEVEL: "error" },
    })

  it("compares secuconnect with the sandbox that it brings, and finds no difference", async () => {
    expect(await exec("verify", "out=verified")).toMatch(/\d+ steps played, no difference/)
    const report = readFileSync(path.join(scratchStore, "verified", "report.md"), "utf8")
    expect(report).toContain(`Host: ${shop.command.env["SECUCONNECT_ENVIRONMENT"] ?? ""}`)
  })

  it("rehearses every kind of checkout in test mode, and leaves settings and lists as they were", async () => {
    const settings = "/admin/secuconnect/settings"
    const reply = z.object({ revision: z.number() })
    const { revision } = await shop.admin.ok(reply, settings)
    await shop.admin.ok(reply, settings, { body: { revision, values: { demo: true } } })
    const lists = async () => ({
      settings: await shop.admin.ok(reply, settings),
      payments: await shop.admin.ok(z.object({ count: z.number() }), "/admin/secuconnect/payments"),
    })
    const before = await lists()
    await shop.sandbox.set({ methods: ["creditcard", "prepaid"] })
    await shop.sandbox.forgetRequests()
    const said = await exec("rehearse", "checkouts=13", "out=rehearsed")
    expect(said).toContain("13 of 13 checkouts went as they should, the audit found 0")
    expect(KINDS.filter((kind) => !said.includes(kind))).toEqual([])
    expect(readFileSync(path.join(scratchStore, "rehearsed", "report.md"), "utf8")).toMatch(
      /# Generalprobe[^]*# Rehearsal/,
    )
    expect(await lists()).toEqual(before)
    // The store's own schedule may read meanwhile.
    const asked = (await shop.sandbox.requests()).filter(({ method }) => method !== "GET")
    expect(asked.filter(({ path }) => path.includes("Transactions"))).toEqual([])
    const { settings: saved } = before
    await shop.admin.ok(reply, settings, { body: { ...saved, values: { demo: false } } })
  }, 600_000)

  describeInBrowser("in the browser of its admin", (executablePath) => {
    it("shows the payment's card in the order, with where the buyer transfers to", async () => {
      const cartId = await fillCart(shop, variantId)
      const payment = await startPayment(shop, cartId)
      const { orderId } = await comeBack(await payAt(shop, payment, { method: "prepaid" }))
      const { payment: shown } = await shop.store.ok(
        orderPaymentReply,
        `/store/secuconnect/orders/${orderId}`,
      )
      await visitAdmin({ executablePath, shop, path: `/orders/${orderId}` }, async (page) => {
        await page.getByRole("heading", { name: "secuconnect", exact: true }).waitFor()
        await page.getByRole("heading", { name: "Bank transfer details" }).waitFor()
        await page.getByText(shown.transfer_details.iban, { exact: true }).waitFor()
        await page.getByText(payment.stx, { exact: true }).waitFor()
      })
    }, 1_800_000)
  })
})
