import { mkdirSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Page } from "playwright-core"

/** The error together with the address, the text and a picture of every window, and their errors. */
export async function withScene(error: unknown, pages: Page[], errors: string[]): Promise<Error> {
  const scenes = await Promise.all(pages.map(describeScene))
  const reason = error instanceof Error ? error.message : String(error)
  return new Error([reason, ...errors, ...scenes].join("\n\n"), { cause: error })
}

let pictures = 0

async function describeScene(page: Page): Promise<string> {
  const folder = path.join(os.tmpdir(), "secuconnect-e2e")
  pictures += 1
  mkdirSync(folder, { recursive: true })
  const picture = path.join(folder, `${Date.now()}-${pictures}.png`)
  await page.screenshot({ path: picture, fullPage: true })
  return `${page.url()} (${picture})\n${await page.locator("body").innerText()}`
}
