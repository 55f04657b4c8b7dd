/** Where the storefront wants the shopper back, or why that is refused. */
export type ReturnUrlCheck = { ok: true; url: string | null } | { ok: false; problem: string }

/** secuconnect takes no longer addresses; the storefront's must fit, with room for our own words. */
const LENGTH_LIMIT = 1_500

/**
 * Checks the `return_url` that a storefront put into the session: an absolute http(s) address
 * whose origin the shop allows. Anything else would be an open redirect.
 *
 * @param allowed origins as Medusa parses its CORS settings; patterns are tested against the origin
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
    : refused(`the origin ${url.origin} is not allowed; add it to allowedReturnOrigins`)
}

/**
 * The storefront's page with what became of the payment in its query.
 *
 * @param page absolute address; a query of its own is kept
 */
export function withOutcome(page: string, outcome: Record<string, string | null>): string {
  const url = new URL(page)
  for (const [name, value] of Object.entries(outcome)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.href
}

function parseHttpUrl(given: unknown): URL | null {
  if (typeof given !== "string" || given.length > LENGTH_LIMIT || !URL.canParse(given)) return null
  const url = new URL(given)
  return /^https?:$/.test(url.protocol) && url.href.length <= LENGTH_LIMIT ? url : null
}

function matches(allowed: string | RegExp, origin: string): boolean {
  if (allowed instanceof RegExp) return allowed.test(origin)
  return allowed.replace(/\/+$/, "").toLowerCase() === origin
}

function refused(problem: string): ReturnUrlCheck {
  return { ok: false, problem: `return_url is refused: ${problem}.` }
}
