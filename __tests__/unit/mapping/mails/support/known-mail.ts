import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

import { REPOSITORY } from "../../../../support/repository"

const FOLDER = path.join(REPOSITORY, "__tests__", "fixtures", "mails")

/**
 * The mail as somebody has looked at it. `MAIL_FIXTURES=write` writes the files anew, to be looked at
 * again: a browser shows them.
 */
export function expectKnown(file: string, text: string): void {
  const place = path.join(FOLDER, file)
  if (process.env["MAIL_FIXTURES"] === "write") {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(place, text)
  }
  expect(text).toBe(readFileSync(place, "utf8"))
}
