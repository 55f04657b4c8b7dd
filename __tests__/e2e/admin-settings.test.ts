import axe from "axe-core"
import { rmSync } from "node:fs"
import path from "node:path"
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core"
import { z } from "zod"

import { describeInBrowser } from "../support/chromium"
import { REPOSITORY } from "../support/repository"
import { newDemoPlace, startDemo, type RunningDemo } from "./support/demo"

const START_MS = 400_000

/** Medusa bundles the admin with the first visit. */
const FIRST_PAGE_MS = 300_000

const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const WITH_PICTURES = process.env["README_IMAGES"] === "true"

const findings = z.object({
  violations: z.array(z.object({ id: z.string(), impact: z.string().nullable() })),
})

interface Look {
  language?: "de" | "en"
  theme?: "light" | "dark"
  width?: number
}

describeInBrowser("Settings → secuconnect", (executablePath) => {
  let demo: RunningDemo
  let browser: Browser
  /** What undoes the set-up, as far as that came. */
  const ends: (() => unknown)[] = []

  beforeAll(async () => {
    const place = await newDemoPlace()
    ends.push(() => rmSync(place.folder, { recursive: true, force: true }))
    demo = await startDemo(place)
    ends.push(() => demo.stop())
    browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
    ends.push(() => browser.close())
    await visit({}, () => Promise.resolve())
  }, START_MS + FIRST_PAGE_MS)

  afterAll(async () => {
    for (const end of ends.toReversed()) await end()
  }, START_MS)

  /** A logged-in admin on the page, in a browser of their own. */
  async function visit(
    { language = "en", theme = "light", width = 1280 }: Look,
    act: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    context.setDefaultTimeout(FIRST_PAGE_MS)
    context.setDefaultNavigationTimeout(FIRST_PAGE_MS)
    await context.addCookies([{ name: "lng", value: language, url: demo.store_url }])
    await context.addInitScript(
      `localStorage.setItem("lng", "${language}"); localStorage.setItem("medusa_admin_theme", "${theme}")`,
    )
    const page = await context.newPage()
    const errors: string[] = []
    page.on("pageerror", (error) => errors.push(error.message))
    try {
      await page.goto(`${demo.admin.url}/login`, { waitUntil: "commit" })
      await page.locator('input[name="email"]').fill(demo.admin.email)
      await page.locator('input[name="password"]').fill(demo.admin.password)
      await page.keyboard.press("Enter")
      await page.waitForURL(/\/orders/)
      await page.goto(`${demo.admin.url}/settings/secuconnect`, { waitUntil: "commit" })
      await page.locator("#secuconnect-contractId").waitFor()
      await act(page, context)
    } finally {
      await context.close()
    }
    expect(errors).toEqual([])
  }

  const field = (page: Page, name: string) => page.locator(`#secuconnect-${name}`)
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

  it(
    "stands in the menu of the settings, and shows what medusa-config sets without letting it be changed",
    () =>
      visit({}, async (page) => {
        await page.getByRole("link", { name: "secuconnect", exact: true }).waitFor()
        expect(await field(page, "contractId").isDisabled()).toBe(true)
        expect(await field(page, "capture").isDisabled()).toBe(false)
        expect(await page.getByText("Set in medusa-config").count()).toBeGreaterThan(1)
        expect(await button(page, "Save").isDisabled()).toBe(true)
      }),
    FIRST_PAGE_MS,
  )

  it(
    "tells a wrong value at its field, and goes there",
    () =>
      visit({}, async (page) => {
        await field(page, "statementDescriptor").fill("Größe")
        await button(page, "Save").click()
        await page.locator("#secuconnect-statementDescriptor-error").waitFor()
        expect(await page.evaluate("document.activeElement.id")).toBe(
          "secuconnect-statementDescriptor",
        )
        await page.getByText("Nothing was saved.").waitFor()
        await button(page, "Discard").click()
        expect(await field(page, "statementDescriptor").inputValue()).toBe("")
      }),
    FIRST_PAGE_MS,
  )

  it(
    "saves with the keyboard alone, and says who changed what; of two people the second is told",
    () =>
      visit({}, (first) =>
        visit({}, async (second) => {
          await field(first, "abandonAfterHours").focus()
          await first.keyboard.press("ControlOrMeta+A")
          await first.keyboard.type("48")
          await first.keyboard.press("Enter")
          await first.getByText(/^Paula Tinte, .*: Abandon after, in hours$/).waitFor()

          await field(second, "abandonAfterHours").fill("72")
          await button(second, "Save").click()
          await second.getByText("Paula Tinte has changed the settings").waitFor()
          await button(second, "Load again").click()
          await second.getByText(/^Paula Tinte, /).waitFor()
          expect(await field(second, "abandonAfterHours").inputValue()).toBe("48")
        }),
      ),
    FIRST_PAGE_MS,
  )

  it(
    "tests the connection: each result with what to do",
    () =>
      visit({}, async (page) => {
        await button(page, "Test the connection").click()
        await page.getByText("secuconnect accepts the credentials.").waitFor()
        await page.getByText(/^The contract GCR_\w+ is known\.$/).waitFor()
        await page.getByText(/^Method Credit card: offered in /).waitFor()
        await page.getByText(/is not a public address/).waitFor()
      }),
    FIRST_PAGE_MS,
  )

  it(
    "opens a trial payment in a new tab, which ends on a page of its own",
    () =>
      visit({}, async (page, context) => {
        await button(page, "Start a trial payment").click()
        const link = page.getByRole("link", { name: /^Open the payment page of STX_/ })
        const [tab] = await Promise.all([context.waitForEvent("page"), link.click()])
        await tab
          .getByText(/1[.,]00/)
          .first()
          .waitFor()
      }),
    FIRST_PAGE_MS,
  )

  it.each<[string, Look]>([
    ["in German, dark", { language: "de", theme: "dark" }],
    ["in English, light", {}],
    ["400 pixels wide", { width: 400 }],
    ["400 pixels wide, in German, dark", { language: "de", theme: "dark", width: 400 }],
  ])(
    "keeps nobody out: %s",
    (_what, look) =>
      visit(look, async (page) => {
        const start = look.language === "de" ? "Verbindung testen" : "Test the connection"
        await button(page, start).click()
        await page.locator("ul[aria-live] li").first().waitFor()
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(look.width ?? 1280)
        await page.evaluate(axe.source)
        const result = findings.parse(await page.evaluate('axe.run("#secuconnect-settings")'))
        const grave = result.violations.filter(({ impact }) =>
          /serious|critical/.test(impact ?? ""),
        )
        expect(grave).toEqual([])
        if (WITH_PICTURES) await takePicture(page, look)
      }),
    FIRST_PAGE_MS,
  )
})

async function takePicture(page: Page, { language = "en", theme = "light", width = 1280 }: Look) {
  const shown = page.locator("#secuconnect-settings")
  // The dashboard scrolls inside itself: what is out of sight would be missing.
  const height = Math.ceil((await shown.boundingBox())?.height ?? 0) + 200
  await page.setViewportSize({ width, height })
  const name = ["settings", language, theme, ...(width < 1280 ? [String(width)] : [])].join("-")
  await shown.screenshot({
    path: path.join(REPOSITORY, "docs", "images", `${name}.png`),
    animations: "disabled",
  })
}
