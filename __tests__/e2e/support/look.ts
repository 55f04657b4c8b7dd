import axe from "axe-core"
import path from "node:path"
import { z } from "zod"

import { REPOSITORY } from "../../support/repository"
import type { Shopper } from "./shopper"

const findingsSchema = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
  ),
})

/**
 * Looks at the page as a whole: it speaks the shopper's language, fits the window's width, and axe
 * finds nothing that keeps people out (WCAG 2.1 AA).
 */
export async function lookAt({ page, words }: Shopper): Promise<void> {
  expect(await page.evaluate("document.documentElement.lang")).toBe(words.lang)
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(
    page.viewportSize()?.width,
  )
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1)
  await page.evaluate(axe.source)
  const { violations } = findingsSchema.parse(await page.evaluate("axe.run()"))
  expect(violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`)).toEqual([])
}

/** Whether this run writes the pictures of the README anew. */
const WITH_PICTURES = process.env["README_IMAGES"] === "true"

/** Writes `docs/images/<name>.png` with `README_IMAGES=true`, otherwise nothing. */
export async function takePicture({ page }: Shopper, name: string, fullPage = true): Promise<void> {
  if (!WITH_PICTURES) return
  await page.mouse.move(0, 0)
  await page.waitForLoadState("networkidle")
  const file = path.join(REPOSITORY, "docs", "images", `${name}.png`)
  await page.screenshot({ path: file, fullPage, animations: "disabled" })
}
