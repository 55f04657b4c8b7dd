import { buildRegexpIfValid } from "@medusajs/framework/utils"
import { parseUrl } from "../words/url"

/** What a shop allows: origins as browsers write them, and patterns. */
export interface Origins {
  allowed: (string | RegExp)[]
  /** As they were written: what is no origin and no pattern, and allows nothing. */
  misfits: string[]
}

/**
 * Reads origins as people write them: an address stands for its origin, whatever its path, port,
 * capitals or letters ("https://bücher.example:443/shop/" is "https://xn--bcher-kva.example"). Patterns
 * are written like Medusa's, `/…/i`.
 *
 * @param written origins, each perhaps several with commas between them
 */
export function parseOrigins(written: string[]): Origins {
  const parsed = written
    .flatMap((entry) => (toPattern(entry) ? [entry] : entry.split(",")))
    .map((entry) => entry.trim().replace(QUOTED, "$2"))
    .filter((entry) => entry !== "")
    .map((entry) => ({ entry, origin: toPattern(entry) ?? originOf(entry) }))
  return {
    allowed: parsed.flatMap(({ origin }) => origin ?? []),
    misfits: parsed.flatMap(({ entry, origin }) => (origin && canMatch(origin) ? [] : [entry])),
  }
}

/** What a parser lets through as a host is more: "*", or a ";" where a comma should be. */
const ONE_HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/

/**
 * The origin of an http(s) address as browsers write it: lower case, punycode, no default port.
 *
 * @returns null for what is no such address, has a user name, or names no single host
 */
export function originOf(address: string): string | null {
  const text = address.trim()
  const url = /^https?:/i.test(text) ? parseUrl(text) : null
  if (!url) return null
  const { origin, username, password, hostname } = url
  return username || password || !ONE_HOST.test(hostname) ? null : origin
}

/** Quotes of an environment file; Medusa would read the single ones as those of a pattern. */
const QUOTED = /^(["'])(.*)\1$/

function toPattern(entry: string): RegExp | undefined {
  const text = entry.trim()
  const pattern = QUOTED.test(text) ? undefined : buildRegexpIfValid(text)
  return pattern && new RegExp(pattern.source, pattern.flags.replace(REMEMBERS, ""))
}

/** With these a pattern goes on where it stopped: the same origin matches every other time. Medusa 2.21.0 keeps them. */
const REMEMBERS = /[gy]/g

/** Browsers write other letters than ASCII's as punycode. */
function canMatch(origin: string | RegExp): boolean {
  return typeof origin === "string" || !/[^\p{ASCII}]/u.test(origin.source)
}
