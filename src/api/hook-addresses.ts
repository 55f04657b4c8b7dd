import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** `/return/<token>/<claim>` and what somebody has appended to it. */
const RETURN = /^(\/return\/[^/?]+\/[^/?]+)\/[^?]*/

/**
 * Addresses that secuconnect and browsers call are taken as they come: what cannot be decoded is an
 * unknown token and no error, and what is appended to a return's address is no path of its own.
 */
export function readableAddress(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const [path = "", ...query] = req.url.split("?")
  const decodable = isDecodable(path) ? path : path.replaceAll("%", "%25")
  req.url = [decodable.replace(RETURN, "$1"), ...query].join("?")
  next()
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
