import type { Browser, BrowserContext, Page } from "playwright-core"

import { findBarriers } from "./access"
import { PaymentPage } from "./payment-page"
import { WORDS, type Language } from "./words"

const WIDTHS = { phone: 360, desktop: 1280 } as const

export type Device = keyof typeof WIDTHS

/** Every device with every language. */
const LOOKS = (["phone", "desktop"] as const).flatMap((device) =>
  (["de", "en"] as const).map((language) => ({ device, language })),
)

/** Who looks at the payment page of an order, without a script, and pays there. */
export class Payer {
  /** secupay's page, here the sandbox's. */
  readonly secupay: PaymentPage

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.secupay = new PaymentPage(page, WORDS[language])
  }

  async sees(title: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor()
  }

  /** Presses the button of a payment method, by its name. */
  async choose(method: string): Promise<void> {
    await this.page.getByRole("button", { name: method }).click()
  }

  /** Pays by card at secupay, and comes back. */
  async payByCard(): Promise<void> {
    await this.secupay.pay("creditcard")
    await this.secupay.backToShop()
  }
}

/** Browsers at the payment page of orders: one without scripts to pay in, four to look with. */
export class PayVisits {
  private readonly lookers: Promise<Page>[]

  constructor(private readonly browser: Browser) {
    this.lookers = LOOKS.map(async ({ device }) => {
      // axe is a script that is put into the page.
      const context = await this.newContext(device, { bypassCSP: true })
      return await context.newPage()
    })
  }

  /** Lets somebody open pages on such a device, with a browser of that language. */
  async pay(
    { device, language }: { device: Device; language: Language },
    act: (open: (url: string) => Promise<Payer>) => Promise<void>,
  ): Promise<void> {
    const context = await this.newContext(device, { locale: language, javaScriptEnabled: false })
    try {
      await act(async (url) => {
        const page = await context.newPage()
        await page.goto(url)
        return new Payer(page, language)
      })
    } finally {
      await context.close()
    }
  }

  /** In each language and width the page fits, speaks that language, and keeps nobody out. */
  async inspect(url: string): Promise<void> {
    const looks = LOOKS.map(async ({ device, language }, nth) => {
      const page = await this.lookers[nth]
      if (!page) throw new Error("Nobody looks.")
      const address = new URL(url)
      address.searchParams.set("lang", language)
      await page.goto(address.href)
      const barriers = (await findBarriers(page)).map(({ what }) => what)
      const width = await page.evaluate("document.documentElement.scrollWidth")
      const lang = await page.evaluate("document.documentElement.lang")
      return { device, language, barriers, width, lang }
    })
    const fine = LOOKS.map(({ device, language }) => ({
      ...{ device, language, barriers: [], width: WIDTHS[device], lang: language },
    }))
    expect(await Promise.all(looks)).toEqual(fine)
  }

  async close(): Promise<void> {
    for (const page of await Promise.all(this.lookers)) await page.context().close()
  }

  private async newContext(
    device: Device,
    options: Parameters<Browser["newContext"]>[0],
  ): Promise<BrowserContext> {
    const viewport = { width: WIDTHS[device], height: 800 }
    const context = await this.browser.newContext({ ...options, viewport })
    context.setDefaultTimeout(PATIENCE_MS)
    return context
  }
}

const PATIENCE_MS = 60_000
