import path from "node:path"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"

import { describeInBrowser } from "../support/chromium"
import { REPOSITORY } from "../support/repository"
import { until } from "../support/until"
import { bundle } from "../unit/storefront/support/bundle"
import { METHODS, TRANSFER } from "../unit/storefront/support/scene"
import { findBarriers } from "./support/access"
import { copyWith } from "./support/payment-card"

const SHOP = "https://shop.example.com"
const PAGE = path.join(REPOSITORY, "__tests__/unit/storefront/support/page.tsx")
const [CARD, PREPAID] = METHODS.map(({ provider_id }) => provider_id)
const REFUSED = { ok: false, code: "refused", message: "Gerade nicht.", status: 422 }
const TO_PAY = { ok: true, checkout_url: `${SHOP}/payment-page` }
const NO_STORAGE = `for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } })`

describeInBrowser("the storefront kit for React", (executablePath) => {
  let browser: Browser
  let script: string
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    // As in development: what a component starts, React starts twice.
    const define = { "process.env.NODE_ENV": '"development"' }
    script = await bundle(`import ${JSON.stringify(PAGE)}`, { define })
    browser = await chromium.launch({ executablePath })
  }, 120_000)

  afterAll(() => browser.close())

  beforeEach(async () => {
    context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] })
    page = await context.newPage()
    const html = `<!doctype html><html lang="de"><title>Shop</title><main></main>
      <script type="module" src="/script.js"></script></html>`
    await page.route(`${SHOP}/**`, (route) => {
      const isScript = route.request().url().endsWith("/script.js")
      const contentType = isScript ? "text/javascript" : "text/html; charset=utf-8"
      return route.fulfill({ contentType, body: isScript ? script : html })
    })
  })

  afterEach(() => context.close())

  /** Opens a page of the shop, whose store answers the starts like this. */
  async function open(where: string, scene: object = {}): Promise<void> {
    const all = { locale: "de", methods: METHODS, starts: [], transfer: TRANSFER, ...scene }
    await page.addInitScript(`window.scene = ${JSON.stringify(all)}`)
    await page.goto(SHOP + where)
  }

  const happened = () => page.evaluate<string[]>("window.happened")
  /** React calls back a moment after it has shown something. */
  const hasHappened = async (...what: string[]) => {
    const enough = async () => ((await happened()).length >= what.length ? true : undefined)
    await until(what.join(), enough)
    expect(await happened()).toEqual(what)
  }
  const payButton = () => page.getByRole("button", { name: "Zahlungspflichtig bestellen" })

  it("starts once, however often one clicks, and leaves for the payment page", async () => {
    await open("/", { starts: ["never"] })
    await payButton().dblclick({ force: true })
    await page.evaluate("document.querySelector('form').requestSubmit()")
    expect(await happened()).toEqual([`start ${CARD ?? ""}`])
    expect(await payButton().isDisabled()).toBe(true)
    await page.evaluate(
      "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    )
    expect(await payButton().isEnabled()).toBe(true)

    await open("/", { starts: [TO_PAY] })
    await payButton().click()
    await page.waitForURL(`${SHOP}/payment-page`)
  })

  it("says what is in the way, and can be clicked again", async () => {
    await open("/", { starts: [REFUSED, "throws", { ok: true, order_id: "order_1" }] })
    await payButton().click()
    await page.getByRole("alert").getByText("Gerade nicht.").waitFor()
    await payButton().click()
    await page
      .getByRole("alert")
      .getByText(/nicht erreichbar/)
      .waitFor()
    await payButton().click()
    await page.getByRole("alert").waitFor({ state: "detached" })
    const started = `start ${CARD ?? ""}`
    await hasHappened(started, started, started, "order order_1")
  })

  it("remembers the method in the tab, after a decline, say", async () => {
    await open("/")
    expect(await page.getByLabel("Kreditkarte").isChecked()).toBe(true)
    await page.getByLabel("Vorkasse").check()
    await page.reload()
    await until("the remembered method", async () =>
      (await page.getByLabel("Vorkasse").isChecked()) ? true : undefined,
    )
    await payButton().click()
    expect(await happened()).toEqual([`start ${PREPAID ?? ""}`])
  })

  it("forgets a method that is not offered any more", async () => {
    await open("/")
    await page.getByLabel("Vorkasse").check()
    await open("/", { methods: METHODS.slice(0, 1) })
    expect(await page.getByLabel("Kreditkarte").isChecked()).toBe(true)
  })

  it("works where storage is blocked", async () => {
    await page.addInitScript(NO_STORAGE)
    await open("/", { starts: [TO_PAY] })
    await page.getByLabel("Vorkasse").check()
    await payButton().click()
    await page.waitForURL(`${SHOP}/payment-page`)
  })

  it("copies each line of the transfer as banks take it", async () => {
    await open("/")
    for (const [name, text] of [
      ["IBAN kopieren", "DE81850400611005523759"],
      ["Betrag kopieren", "1044,80"],
      ["Verwendungszweck kopieren", "TA 12345678"],
    ] as const) {
      expect(await copyWith(page.getByRole("button", { name }))).toBe(text)
    }
    await page.evaluate("window.print = () => window.happened.push('printed')")
    await page.getByRole("button", { name: "Drucken" }).click()
    expect(await happened()).toEqual(["printed"])
  })

  it("keeps nobody out", async () => {
    await open("/", { starts: [REFUSED] })
    await payButton().click()
    await page.getByRole("alert").waitFor()
    expect((await findBarriers(page, "main")).filter(({ isGrave }) => isGrave)).toEqual([])
  })

  it.each([
    ["?outcome=success&payment_session_id=p&order_id=order_1", ["order order_1"], "leaving"],
    ["?outcome=failed&payment_session_id=p", ["lost failed"], "leaving"],
    ["?outcome=aborted&payment_session_id=p", ["lost aborted"], "leaving"],
    ["?outcome=pending&payment_session_id=p", [], "undecided"],
    ["?outcome=unknown", [], "unknown"],
    ["?outcome=pending", [], "unknown"],
    ["", [], "unknown"],
  ])("comes back with %j: %j, %s", async (query, told, state) => {
    await open(`/return${query}`)
    await page.locator(`main [data-state="${state}"]`).waitFor()
    await hasHappened(...told)
  })

  it.each([
    ["?outcome=success&payment_session_id=p&order_id=order_1", "/orders/order_1"],
    ["?outcome=aborted&payment_session_id=p", "/checkout?payment=aborted"],
  ])("the whole return page goes on by itself: %s, %s", async (query, address) => {
    await open(`/whole-return${query}`)
    await page.waitForURL(SHOP + address)
  })

  it.each([
    ["?outcome=pending&payment_session_id=p", /wird noch geprüft/, 1],
    ["?outcome=unknown", /keine Zahlung/, 0],
  ])("the whole return page says what is known: %s", async (query, said, buttons) => {
    await open(`/whole-return${query}`)
    await page.locator('[data-state="undecided"], [data-state="unknown"]').waitFor()
    await page.getByRole("status").getByText(said).first().waitFor()
    const again = page.getByRole("button", { name: "Status aktualisieren" })
    expect(await again.count()).toBe(buttons)
  })

  it("the whole form pays with what was chosen in the tab, and shows the order", async () => {
    await open("/whole-form")
    await page.getByLabel("Vorkasse").check()
    await page.reload()
    await page.locator('[data-method="prepaid"][data-state="checked"]').waitFor()
    await page.getByRole("button", { name: "Buy now" }).click()
    await page.waitForURL(`${SHOP}/orders/order_3`)
  })

  it("shows who has paid in another tab the order, not an abort", async () => {
    await open("/return?outcome=aborted&payment_session_id=p", { isPaidElsewhere: true })
    await page.locator('main [data-state="leaving"]').waitFor()
    await hasHappened("order order_2")
  })
})
