import { resolveBaseUrl } from "../secuconnect/environment"

/** Hosts of secupay, whose test systems say so in their names. */
const VENDOR = /(^|\.)(secucard|secuconnect|secupay|secupay-ag)\.[a-z]+$/
const TEST_SYSTEM = /test|sandbox|demo/

/**
 * The host to verify, which is never the live one: nothing that is played here may reach it.
 *
 * @param environment as in the option of this name
 * @returns its base URL, without a slash at its end
 * @throws {Error} when it is `live`, or a host of secupay that is not called a test system
 */
export function allowedHost(environment: string): string {
  const baseUrl = resolveBaseUrl(environment.trim())
  const host = new URL(baseUrl).hostname.replace(/\.$/, "")
  if (VENDOR.test(host) && !TEST_SYSTEM.test(host)) {
    throw new Error(
      `${host} is secuconnect's live system, which is never verified. Set the option environment to "testing" or to the address of another test system.`,
    )
  }
  return baseUrl
}
