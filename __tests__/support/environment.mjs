import { readFileSync, statSync } from "node:fs"

import { TestEnvironment } from "jest-environment-node"

/** Lines of a store's log that say why; requests that went well are left out. */
const TELLING = /warn|error|\([45]\d\d\)/
const MOST_LINES = 15
const MOST_CHARACTERS = 300

/**
 * Node's environment, where a test that fails also tells what the stores have logged since it began: what
 * happens once in a hundred runs must be understood from that one.
 */
export default class Environment extends TestEnvironment {
  begins = new Map()

  handleTestEvent({ name, error }) {
    if (name === "test_start")
      this.begins = new Map(this.logs().map((file) => [file, sizeOf(file)]))
    if (name === "test_fn_failure" && typeof error?.stack === "string")
      error.stack = this.told(error)
  }

  logs() {
    return [...(this.global.storeLogs ?? [])]
  }

  /** Before the call stack, which Jest prints by itself. */
  told({ stack }) {
    const lines = this.logs().flatMap((file) => linesSince(file, this.begins.get(file) ?? 0))
    if (lines.length === 0) return stack
    const at = stack.search(/\n\s+at /)
    const end = at === -1 ? stack.length : at
    const told = lines.slice(-MOST_LINES).map((line) => `  | ${line.slice(0, MOST_CHARACTERS)}`)
    return `${stack.slice(0, end)}\n\nThe store's log:\n${told.join("\n")}${stack.slice(end)}`
  }
}

function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function linesSince(file, begin) {
  const bytes = readFileSync(file).subarray(begin)
  return bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => TELLING.test(line))
}
