import { parseUrl } from "../words/url"

/** What an address of the storefront's order page may name. */
const PLACEHOLDERS = ["order_id", "country_code", "language"] as const

type Placeholder = (typeof PLACEHOLDERS)[number]

/** What stands in their place; null: nobody knows. */
export type OrderAddressValues = Record<Placeholder, string | null>

const NAMED = /\{(\w*)\}/g

/** Says what is wrong with such an address, as the merchant wrote it; null when nothing is. Pure. */
export function orderAddressProblem(written: string): string | null {
  const names = [...written.matchAll(NAMED)].map(([, name]) => name ?? "")
  const unknown = names.find((name) => !isPlaceholder(name))
  if (unknown !== undefined) {
    const known = PLACEHOLDERS.map((name) => `{${name}}`).join(", ")
    return `does not know {${unknown}}, only ${known}`
  }
  if (!names.includes("order_id")) return "must name the order: {order_id}"
  const isWhole = /^https?:\/\/[^/?#{}\s]+[/?#]/i.test(written)
  const filled = written.replace(NAMED, "x")
  return isWhole && !/[{}\s]/.test(filled) && parseUrl(filled) !== null
    ? null
    : "must be an absolute http(s) URL, with placeholders after the host only"
}

/**
 * The storefront's page of an order. Pure.
 *
 * @returns null where something that the address names is not known
 */
export function orderAddress(written: string, values: OrderAddressValues): string | null {
  const names = [...written.matchAll(NAMED)].map(([, name]) => name ?? "")
  const isKnown = names.every((name) => isPlaceholder(name) && values[name])
  if (!isKnown) return null
  return written.replace(NAMED, (_all, name: string) =>
    encodeURIComponent((isPlaceholder(name) && values[name]) || ""),
  )
}

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name)
}
