import { findBarriers } from "./access"
import { pictureFile, WITH_PICTURES } from "./pictures"
import type { Shopper } from "./shopper"

/**
 * Looks at the page as a whole: it speaks the shopper's language, fits the window's width, and axe
 * finds nothing that keeps people out (WCAG 2.1 AA).
 */
export async function fetchFinding({ page, words }: Shopper): Promise<void> {
  expect(await page.evaluate("document.documentElement.lang")).toBe(words.lang)
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(
    page.viewportSize()?.width,
  )
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1)
  expect((await findBarriers(page)).map(({ what }) => what)).toEqual([])
}

/** Writes `docs/images/<name>.png` with `README_IMAGES=true`, otherwise nothing. */
export async function takePicture({ page }: Shopper, name: string, fullPage = true): Promise<void> {
  if (!WITH_PICTURES) return
  await page.mouse.move(0, 0)
  await page.waitForLoadState("networkidle")
  await page.screenshot({ path: pictureFile(name), fullPage, animations: "disabled" })
}
