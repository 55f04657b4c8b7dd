import type { Browser, BrowserContext } from "playwright-core"

import type { DemoFile } from "./demo"
import { openShop } from "./office"
import { withScene } from "./scene"
import { Shopper } from "./shopper"
import { WORDS, type Language } from "./words"

const PATIENCE_MS = 60_000

export interface VisitOptions {
  browser: Browser
  demo: DemoFile
  language?: Language
  /** CSS pixels. */
  width?: number
}

/** A visit to the shop: a browser without a past, and one window in it. */
export interface Visit {
  context: BrowserContext
  shopper: Shopper
  /** Another window of the same browser, with the same cart. */
  openWindow: () => Promise<Shopper>
}

let visits = 0

/**
 * Lets a person visit the shop. Afterwards nothing may have been written to any window's console
 * as an error; when something went wrong, the error says where the person was and what was there.
 */
export async function visit(
  { browser, demo, language = "de", width = 1280 }: VisitOptions,
  act: (visit: Visit) => Promise<void>,
): Promise<void> {
  visits += 1
  const email = `max${visits}@example.org`
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const errors: string[] = []
  const shop = openShop(demo)
  const openWindow = async () => {
    const page = await context.newPage()
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(`${message.text()} (${page.url()})`)
    })
    page.on("pageerror", (error) => errors.push(error.message))
    const words = WORDS[language]
    return new Shopper({ page, words, email, storefrontUrl: demo.storefront_url, shop })
  }
  const shopper = await openWindow()
  try {
    await act({ context, shopper, openWindow })
  } catch (error) {
    throw await withScene(error, context.pages(), errors)
  } finally {
    await context.close()
  }
  expect(errors).toEqual([])
}
