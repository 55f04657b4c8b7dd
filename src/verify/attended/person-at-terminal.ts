import { createInterface } from "node:readline"
import type { Outcome } from "./acts"
import type { Customer, Task } from "./customer"

const WISHES: Record<Outcome, string> = {
  pay: "pay there.",
  decline: "have the payment declined, by wrong data say, and then leave the page.",
  abort: "leave the page by its own button for going back, without paying.",
  close: "close the window without paying, then press Enter here.",
}

/**
 * Asks the person at the terminal to pay, one visit at a time. A visit is over when the browser has come
 * back, or when Enter is pressed; `s` and Enter skips it.
 */
export function personAtTerminal(print: (line: string) => void): Customer {
  return {
    visit: async (task) => {
      print(wishFor(task))
      const keys = createInterface({ input: process.stdin })
      try {
        return await Promise.race([
          task.returned.then(() => "done" as const),
          new Promise<"done" | "skipped">((resolve) => {
            keys.once("line", (line) => resolve(/^s/i.test(line.trim()) ? "skipped" : "done"))
          }),
        ])
      } finally {
        keys.close()
      }
    },
  }
}

const wishFor = ({ count, name, outcome, link }: Task): string =>
  [
    "",
    `${count}: ${name}. Open this page and ${WISHES[outcome]}`,
    `  ${link}`,
    "  It goes on by itself when you are sent back. Or press Enter when you are done; s and Enter skips it.",
  ].join("\n")
