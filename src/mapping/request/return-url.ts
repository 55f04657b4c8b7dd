import { parseUrl } from "../words/url"
import { originOf } from "./origins"

/** Where the storefront wants the shopper back, or why that is refused. */
export type ReturnUrlCheck = { ok: true; url: string | null } | { ok: false; problem: string }

/** secuconnect takes no longer addresses; the storefront's must fit, with room for our own words. */
const LENGTH_LIMIT = 1_500

/**
 * Checks the `return_url` that a storefront put into the session: an absolute http(s) address
 * whose origin the shop allows. Anything else would be an open redirect.
 *
 * @param allowed addresses stand for their origins; patterns are tested against the origin
 */
export function checkReturnUrl(given: unknown, allowed: (string | RegExp)[]): ReturnUrlCheck {
  if (given === undefined || given === null) return { ok: true, url: null }
  const url = parseHttpUrl(given)
  if (!url) {
    return refused(
      `it must be an absolute http(s) URL of at most ${String(LENGTH_LIMIT)} characters`,
    )
  }
  if (url.username || url.password) return refused("it must not hold a user name or password")
  const known = allowed.some((origin) => matches(origin, url.origin))
  return known
    ? { ok: true, url: url.href }
    : refused(
        `the origin ${url.origin} is not allowed, only ${named(allowed)}; ` +
          "add it to allowedReturnOrigins, or to the store's CORS origins",
      )
}

/**
 * The storefront's page with what became of the payment in its query, in front of a fragment. The rest
 * of the address stays as it is, byte for byte; parameters with the same names are replaced.
 *
 * @param page absolute address
 */
export function withOutcome(page: string, outcome: Record<string, string | null>): string {
  const { href } = new URL(page)
  const [address, fragment] = splitAtFirst(href, "#")
  const [path, query] = splitAtFirst(address, "?")
  const own = query?.split("&").filter((part) => !Object.hasOwn(outcome, nameOf(part))) ?? []
  const added = new URLSearchParams()
  for (const [name, value] of Object.entries(outcome)) if (value !== null) added.set(name, value)
  const whole = [own.join("&"), added.toString()].filter(Boolean).join("&")
  return `${path}${whole && `?${whole}`}${fragment === undefined ? "" : `#${fragment}`}`
}

/** The name of a query's parameter as a browser reads it, however it is written. */
function nameOf(part: string): string {
  const [name = ""] = new URLSearchParams(part).keys()
  return name
}

function splitAtFirst(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function parseHttpUrl(given: unknown): URL | null {
  if (typeof given !== "string" || given.length > LENGTH_LIMIT) return null
  const url = parseUrl(given)
  return url && /^https?:$/.test(url.protocol) && url.href.length <= LENGTH_LIMIT ? url : null
}

function matches(allowed: string | RegExp, origin: string): boolean {
  if (allowed instanceof RegExp) return allowed.test(origin)
  return originOf(allowed) === origin
}

function named(allowed: (string | RegExp)[]): string {
  const origins = allowed.map((entry) => (entry instanceof RegExp ? entry : originOf(entry)))
  return origins.filter(Boolean).join(", ") || "none"
}

function refused(problem: string): ReturnUrlCheck {
  return { ok: false, problem: `return_url is refused: ${problem}.` }
}
