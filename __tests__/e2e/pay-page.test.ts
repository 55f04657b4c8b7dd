import { createServer, type Server } from "node:http"
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core"

import { METHODS, METHOD_TEXTS, methodIcon } from "../../src/mapping/methods/methods"
import type { MailContent } from "../../src/mapping/mails/mail"
import { renderMail } from "../../src/mapping/mails/render-mail"
import { PAGE_STATES, type PageState } from "../../src/mapping/page/page-state"
import { renderPage, type PageView } from "../../src/mapping/page/render"
import { epcCode } from "../../src/mapping/views/epc-code"
import type { Language } from "../../src/mapping/words/language"
import { describeInBrowser } from "../support/chromium"
import { freePort } from "../support/free-port"
import { findBarriers } from "./support/access"
import { WITH_PICTURES, writePicture } from "./support/pictures"

/*
 * The payment page of an order as a browser shows it, in each of its states. It is one pure function;
 * what it is given by a shop is tested in __tests__/integration/payment-link.test.ts.
 */

const WIDTHS = { phone: 360, desktop: 1280 }

const SUM = { amount: 3190, currency_code: "eur", currency_exponent: 2 }
const FOOTER = "Papier & Tinte GmbH\nHRB 12345"

const ACCOUNT = {
  ...{ owner: "secupay AG", iban: "DE02 1203 0000 0000 2020 51", bic: "OSDDDE81XXX" },
  ...{ bank_name: "Ostsächsische Sparkasse Dresden", purpose: "TA 12345678 Papier & Tinte 7KQ2M9" },
}

/** For the documentation: what a state is called in the name of its picture. */
const PICTURES: Partial<Record<PageState, string>> = {
  open: "page",
  waiting: "waiting",
  paid: "paid",
}

/** Of the whole page, without what a taller window leaves empty. */
async function takePicture(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: WIDTHS.phone, height: 100 })
  writePicture(`payment-link-${name}`, await page.screenshot({ fullPage: true }))
  if (size) await page.setViewportSize(size)
}

async function viewOf(state: PageState, language: Language): Promise<PageView> {
  const offered = METHODS.slice(0, 5).filter((method) => {
    return state !== "waiting" || method !== "prepaid"
  })
  const choices = offered.map((method) => ({
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
    pay_until: state === "open" ? new Date("2026-11-30T17:00:00Z") : null,
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
          const name = device === "phone" && WITH_PICTURES ? PICTURES[state] : undefined
          if (name) await takePicture(page, `${name}-${language}`)
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

  it.each(["de", "en"] as const)(
    "is led to by a mail that fits a phone, in %s",
    async (language) => {
      const url = "https://api.papier-und-tinte.example/hooks/secuconnect/pay/mK3v"
      const content: MailContent = {
        ...{ kind: "payment_link", amount: SUM, url },
        ...{ reason: "transfer_expired", is_reminder: false },
      }
      const frame = { language, shop_name: "Papier & Tinte", order_number: "1042" }
      const mail = await renderMail(content, { ...frame, is_demo: false, footer: FOOTER })
      await visit({ viewport: { width: WIDTHS.phone, height: 600 } }, async (page) => {
        await page.setContent(mail.html)
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(WIDTHS.phone)
        const button = page.getByRole("link", {
          name: { de: "Jetzt bezahlen", en: "Pay now" }[language],
        })
        expect(await button.getAttribute("href")).toBe(url)
        if (!WITH_PICTURES) return
        writePicture(`payment-link-mail-${language}`, await page.screenshot({ fullPage: true }))
      })
    },
  )

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
