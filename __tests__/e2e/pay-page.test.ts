import { createServer, type Server } from "node:http"
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core"

import { METHODS, METHOD_TEXTS, methodIcon } from "../../src/mapping/methods/methods"
import { PAGE_STATES, type PageState } from "../../src/mapping/page/page-state"
import { renderPage, type PageView } from "../../src/mapping/page/render"
import { epcCode } from "../../src/mapping/views/epc-code"
import type { Language } from "../../src/mapping/words/language"
import { describeInBrowser } from "../support/chromium"
import { freePort } from "../support/free-port"
import { findBarriers } from "./support/access"
import { pictureFile, WITH_PICTURES } from "./support/pictures"

/*
 * The payment page of an order as a browser shows it, in each of its states. It is one pure function;
 * what it is given by a shop is tested in __tests__/integration/payment-link.test.ts.
 */

const WIDTHS = { phone: 360, desktop: 1280 }

const ACCOUNT = {
  ...{ owner: "secupay AG", iban: "DE02 1203 0000 0000 2020 51", bic: "OSDDDE81XXX" },
  ...{ bank_name: "Ostsächsische Sparkasse Dresden", purpose: "TA 12345678 Papier & Tinte 7KQ2M9" },
}

async function viewOf(state: PageState, language: Language): Promise<PageView> {
  const choices = METHODS.slice(0, 5).map((method) => ({
    ...{ provider_id: method, method, ...METHOD_TEXTS[language][method] },
    icon: methodIcon(method),
  }))
  const transfer = {
    ...{ ...ACCOUNT, amount: 31.9, currency_code: "eur" },
    qr_svg: await epcCode(ACCOUNT, 3190),
  }
  return {
    ...{
      language,
      state,
      shop: "Papier & Tinte",
      logo: null,
      color: null,
      is_demo: state === "ended",
      order_number: 1042,
    },
    sum: { amount: 31.9, currency_code: "eur", currency_exponent: 2 },
    ...{ reason: "expired", choices, transfer: state === "waiting" ? transfer : null },
    refunded: state === "refunded" ? "all" : null,
    order_url: "https://shop.example/de/order/order_1",
    notice: state === "failed" ? "method" : null,
  }
}

describeInBrowser("the payment page of an order", (executablePath) => {
  let browser: Browser
  let server: Server
  let url: string
  const posted: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
    server = createServer((request, response) => {
      if (request.method === "POST") {
        request.on("data", (body: Buffer) => posted.push(body.toString()))
        request.on("end", () => response.writeHead(303, { location: `${url}/paid/en` }).end())
        return
      }
      const [, state, language] = (request.url ?? "").split(/[/?]/)
      const known = PAGE_STATES.find((name) => name === state)
      void viewOf(known ?? "unknown", language === "de" ? "de" : "en").then((view) => {
        const { text, policy } = renderPage(view)
        response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy })
        response.end(text)
      })
    })
    const port = await freePort()
    url = `http://localhost:${port}`
    await new Promise<void>((resolve) => server.listen(port, "localhost", resolve))
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  async function visit(options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
    const context = await browser.newContext(options)
    const errors: string[] = []
    try {
      const page = await context.newPage()
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text())
      })
      await look(page)
    } finally {
      await context.close()
    }
    expect(errors.filter((text) => !text.includes("favicon"))).toEqual([])
  }

  describe.each(Object.entries(WIDTHS))("on a %s", (device, width) => {
    it.each(["de", "en"] as const)("keeps nobody out, and fits, in %s", async (language) => {
      // axe is a script that is put into the page.
      await visit({ viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
        for (const state of PAGE_STATES) {
          await page.goto(`${url}/${state}/${language}`)
          expect({ state, barriers: await findBarriers(page) }).toEqual({ state, barriers: [] })
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width)
          if (!WITH_PICTURES || device !== "phone" || state !== "open") continue
          const path = pictureFile(`payment-link-page-${language}`)
          await page.screenshot({ path, fullPage: true })
        }
      })
    })

    it("is paid on without a script, and its own style is all that its policy lets in", async () => {
      posted.length = 0
      const options = { viewport: { width, height: 800 }, javaScriptEnabled: false }
      await visit(options, async (page) => {
        await page.goto(`${url}/open/en`)
        const button = page.getByRole("button", { name: /Credit card/ })
        const box = await button.boundingBox()
        expect(box?.height).toBeGreaterThanOrEqual(44)
        await button.click()
        await page.getByRole("heading", { name: /nothing left to pay/ }).waitFor()
      })
      expect(posted).toEqual(["method=creditcard"])
    })
  })

  it("on paper shows the account, and no buttons", async () => {
    await visit({}, async (page) => {
      await page.goto(`${url}/waiting/de`)
      await page.emulateMedia({ media: "print" })
      expect(await page.getByRole("button").count()).toBe(0)
      expect(await page.getByText("OSDDDE81XXX").isVisible()).toBe(true)
      expect(await page.getByRole("img", { name: /QR-Code/ }).isVisible()).toBe(true)
    })
  })
})
