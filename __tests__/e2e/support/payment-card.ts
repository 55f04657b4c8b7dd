import type { Locator } from "playwright-core"

/** Reads the value beside a name in a card, as it is shown. */
export async function readFact(card: Locator, name: string): Promise<string> {
  const term = card.page().getByText(name, { exact: true })
  const line = card.locator("dl > div").filter({ has: card.page().locator("dt", { has: term }) })
  return (await line.locator("dd").innerText()).replaceAll("\u00A0", " ").trim()
}

/** Presses a button that copies, and gives what is in the clipboard then. */
export async function copyWith(button: Locator): Promise<string> {
  const told = button.getByRole("status").filter({ hasText: /\S/ })
  // It is told for two seconds only: look out for it before pressing.
  await Promise.all([told.waitFor({ state: "attached" }), button.click()])
  return String(await button.page().evaluate("navigator.clipboard.readText()"))
}
