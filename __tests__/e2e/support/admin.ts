import type { Locator, Page } from "playwright-core"

import { findBarriers } from "./access"
import { WITH_PICTURES, writePicture } from "./pictures"
import { withScene } from "./scene"
import type { Stage } from "./stage"
import type { Language } from "./words"

/** Medusa bundles the admin with the first visit. */
export const FIRST_PAGE_MS = 300_000

const PATIENCE_MS = 60_000

const WIDTH = 1280
const NARROW = 400
const HEIGHT = 900

export interface Look {
  language?: Language
  theme?: "light" | "dark"
}

/** The merchant's browser: logged in once, with a window per language that stays open. */
export interface Admin {
  /** Goes to a page of the admin; afterwards no script of the window may have failed. */
  visit: (path: string, look: Look, act: (page: Page) => Promise<void>) => Promise<void>
  close: () => Promise<void>
}

/** Logs in through the form. */
export async function openAdmin({ browser, demo }: Stage): Promise<Admin> {
  const context = await browser.newContext({
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  })
  const windows = new Map<Language, AdminWindow>()
  const openWindow = async ({ language = "en", theme = "light" }: Look) => {
    await context.addCookies([{ name: "lng", value: language, url: demo.store_url }])
    const page = await context.newPage()
    // A mail's preview has no storage: it is a frame without rights.
    await page.addInitScript(
      `if (window === window.top) {
        localStorage.setItem("lng", "${language}")
        localStorage.setItem("medusa_admin_theme", "${theme}")
      }`,
    )
    const errors: string[] = []
    page.on("pageerror", (error) => errors.push(error.message))
    const opened = { page, errors }
    windows.set(language, opened)
    return opened
  }

  const visit: Admin["visit"] = async (path, look, act) => {
    const { language = "en", theme = "light" } = look
    const { page, errors } = windows.get(language) ?? (await openWindow(look))
    await page.bringToFront()
    await page.setViewportSize({ width: WIDTH, height: HEIGHT })
    await goTo(page, demo.admin.url + path)
    await page.evaluate(`(${PUT_ON})("${theme}")`)
    try {
      await act(page)
    } catch (error) {
      // Whatever is open there is not to be in the way of the next visit.
      windows.delete(language)
      throw await withScene(error, [page], errors)
    }
    expect(errors).toEqual([])
  }

  context.setDefaultTimeout(FIRST_PAGE_MS)
  context.setDefaultNavigationTimeout(FIRST_PAGE_MS)
  await visit("/login", {}, async (page) => {
    await page.locator('input[name="email"]').fill(demo.admin.email)
    await page.locator('input[name="password"]').fill(demo.admin.password)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/orders/)
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return { visit, close: () => context.close() }
}

interface AdminWindow {
  page: Page
  errors: string[]
}

/** Runs in the page: the theme, as the dashboard's own switch puts it on. */
const PUT_ON = `(theme) => {
  const html = document.documentElement
  html.classList.remove("light", "dark")
  html.classList.add(theme)
  html.style.colorScheme = theme
}`

/** Runs in the page: to another page of the admin, as its links do, without loading it anew. */
const NAVIGATE = `(url) => {
  history.pushState(null, "", url)
  dispatchEvent(new PopStateEvent("popstate", { state: null }))
}`

async function goTo(page: Page, url: string): Promise<void> {
  if (page.url() === "about:blank") await page.goto(url, { waitUntil: "commit" })
  else await page.evaluate(`(${NAVIGATE})(${JSON.stringify(url)})`)
}

/**
 * Looks at a part of a page that is ours, in a wide window and in a narrow one: axe finds nothing
 * serious or critical in it, and it makes nothing scroll sideways but what is inside of it.
 */
export async function lookAtPart(page: Page, part: string): Promise<void> {
  for (const width of [WIDTH, NARROW]) {
    await page.setViewportSize({ width, height: HEIGHT })
    const grave = (await findBarriers(page, part)).filter(({ isGrave }) => isGrave)
    expect(grave.map(({ what }) => what)).toEqual([])
    expect(await page.evaluate(`(${WHAT_GROWS})(${JSON.stringify(part)})`)).toEqual([])
  }
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })
}

/** Runs in the page: what around the part has to be scrolled sideways only because it is there. */
const WHAT_GROWS = `(part) => {
  const shown = document.querySelector(part)
  const around = []
  for (let box = shown.parentElement; box; box = box.parentElement) around.push(box)
  const widths = () => around.map(({ scrollWidth }) => scrollWidth)
  const withIt = widths()
  const { display } = shown.style
  shown.style.display = "none"
  const without = widths()
  shown.style.display = display
  return around.flatMap((box, nth) =>
    withIt[nth] > Math.max(without[nth], box.clientWidth) ? [box.outerHTML.slice(0, 200)] : [],
  )
}`

/** Until nothing is told any more. A message under the pointer stays for as long as that is there. */
export async function waitForToastsToGo(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForFunction("document.querySelector('[data-sonner-toast]') === null")
}

/** Writes `docs/images/<name>.png` with `README_IMAGES=true`, otherwise nothing. */
export async function takePictureOf(part: Locator, name: string): Promise<void> {
  if (!WITH_PICTURES) return
  const page = part.page()
  await waitForToastsToGo(page)
  // The dashboard scrolls inside itself: what is out of sight would be missing.
  const height = Math.ceil((await part.boundingBox())?.height ?? 0) + 200
  await page.setViewportSize({ width: WIDTH, height: Math.max(height, HEIGHT) })
  writePicture(name, await part.screenshot({ animations: "disabled" }))
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })
}
