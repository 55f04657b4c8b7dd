import jsQR from "jsqr"
import type { Locator } from "playwright-core"
import { PNG } from "pngjs"

import type { Shopper } from "./shopper"

type Field = keyof Shopper["words"]["transferFields"]

/** Reads a field of the transfer details as it is shown. */
export async function readField({ page, words }: Shopper, field: Field): Promise<string> {
  const copy = copyButton({ page, words }, field)
  const text = await page.getByRole("definition").filter({ has: copy }).innerText()
  // Between amount and currency there is a space at which no line is broken.
  return text.replaceAll("\u00A0", " ").trim()
}

/** Presses the button beside a field and gives what is in the clipboard then. */
export async function copyField(shopper: Shopper, field: Field): Promise<string> {
  const button = copyButton(shopper, field)
  const told = button.getByRole("status").filter({ hasText: shopper.words.copied })
  // It is told for two seconds only: look out for it before pressing.
  await Promise.all([told.waitFor(), button.click()])
  return String(await shopper.page.evaluate("navigator.clipboard.readText()"))
}

/** Scans the QR code from the screen, as a banking app does from the display. */
export async function scanQrCode({ page, words }: Shopper): Promise<string | undefined> {
  const { data, width, height } = await picture(page.getByRole("img", { name: words.qr }))
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

async function picture(element: Locator): Promise<PNG> {
  return PNG.sync.read(await element.screenshot())
}

function copyButton({ page, words }: Pick<Shopper, "page" | "words">, field: Field): Locator {
  return page.getByRole("button", { name: words.copy(words.transferFields[field]), exact: true })
}
