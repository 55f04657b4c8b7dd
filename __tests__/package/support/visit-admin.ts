import { chromium, type Page } from "playwright-core"

import type { Shop } from "../../support/shop"

/** Medusa bundles the admin with the first visit. */
const FIRST_PAGE_MS = 300_000

const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

interface Visit {
  executablePath: string
  shop: Shop
  /** Below `/app`. */
  path: string
}

/**
 * Lets an admin log in, in English, and go to a page. Afterwards nothing may have been thrown in the
 * browser.
 */
export async function visitAdmin(
  { executablePath, shop: { storeUrl, seeded }, path }: Visit,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  const errors: string[] = []
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    context.setDefaultTimeout(FIRST_PAGE_MS)
    context.setDefaultNavigationTimeout(FIRST_PAGE_MS)
    await context.addCookies([{ name: "lng", value: "en", url: storeUrl }])
    await context.addInitScript(`localStorage.setItem("lng", "en")`)
    const page = await context.newPage()
    page.on("pageerror", (error) => errors.push(error.message))
    await page.goto(`${storeUrl}/app/login`, { waitUntil: "commit" })
    await page.locator('input[name="email"]').fill(seeded.admin.email)
    await page.locator('input[name="password"]').fill(seeded.admin.password)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/orders/)
    await page.goto(`${storeUrl}/app${path}`, { waitUntil: "commit" })
    await look(page)
  } finally {
    await browser.close()
  }
  expect(errors).toEqual([])
}
