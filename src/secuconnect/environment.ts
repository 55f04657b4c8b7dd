/** @see https://developer.secuconnect.com/integration/Authenticate_with_OAuth_2.0.html */
const HOSTS = new Map([
  ["live", "https://connect.secucard.com"],
  ["testing", "https://connect-testing.secuconnect.com"],
])

/**
 * The host that an environment stands for, without a slash at its end.
 *
 * @param environment `live`, `testing`, or a base URL without `/api/v2`
 * @throws {TypeError} when it is none of them: there is no environment to fall back to
 */
export const resolveBaseUrl = (environment: string): string =>
  HOSTS.get(environment) ?? checkedBaseUrl(environment)

/** Whether this is the host of the live system, where money moves. */
export const isLive = (baseUrl: string): boolean => baseUrl === HOSTS.get("live")

/** The vendor's own domains, as its documentation and its answers name them. There may be others. */
const VENDOR_HOST =
  /^(?:[\w-]+\.)*(?:secuconnect\.com|secucard\.com|secupay\.com|secupay(?:-ag)?\.de|secupay\.ag)$/

/**
 * Whether customers may be sent to a page that secuconnect names: on `live` only by https, elsewhere by
 * http too, as the sandbox has it.
 *
 * @param page absolute address
 * @param baseUrl as `resolveBaseUrl` returns it
 */
export function mayPayAt(page: string, baseUrl: string): boolean {
  const url = parsed(page)
  if (!url || !/^https?:$/.test(url.protocol)) return false
  return !isLive(baseUrl) || (url.protocol === "https:" && !url.username && !url.password)
}

/**
 * Whether a page is at a host that is known as the vendor's. One that is not is no reason to refuse a
 * payment: the documentation says to take the address from the answer, and never to check the host.
 *
 * @param page absolute address
 */
export function isVendorPage(page: string): boolean {
  const url = parsed(page)
  return url !== null && url.port === "" && VENDOR_HOST.test(url.hostname)
}

function checkedBaseUrl(environment: string): string {
  const url = parsed(environment)
  if (!url || !/^https?:\/\/[^@?#]+$/i.test(url.href)) {
    throw new TypeError(
      'environment must be "live", "testing" or a base URL such as https://connect-testing.secuconnect.com, without credentials, query and fragment',
    )
  }
  const path = url.pathname.replace(/\/+$/, "")
  if (path.endsWith("/api/v2")) {
    throw new TypeError("environment must be the base URL without /api/v2, which is added to it")
  }
  return url.origin + path
}

/** Not by `URL.canParse`, which Node 20 answers wrongly for letters such as "ü" once it is hot. */
function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
