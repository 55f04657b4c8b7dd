import type { ApiCall } from "./endpoint"
import { ApiError } from "./api-error"
import { parseQuery, valuesAt } from "./query-language"

const defaultCount = 10
const greatestCount = 1_000

/**
 * The answer to a list call: how many there are in all, and the wanted part of them. Defaults and
 * limits are invented.
 * @throws ApiError when a parameter cannot be read
 * @see https://developer.secuconnect.com/api/
 */
export function listView<Item extends object>(items: readonly Item[], { query }: ApiCall) {
  const found = items.filter(parseQuery(query.get("q") ?? ""))
  const offset = wholeNumber(query, "offset") ?? 0
  const count = Math.min(wholeNumber(query, "count") ?? defaultCount, greatestCount)
  const data = sorted(found, query.get("sort") ?? "").slice(offset, offset + count)
  return { count: found.length, data }
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (!text) return undefined
  if (!/^\d+$/.test(text)) throw new ApiError("format", `${name}: must be a whole number`)
  return Number(text)
}

function sorted<Item extends object>(items: Item[], sort: string): Item[] {
  const orders = sort.split(",").filter(Boolean).map(readOrder)
  return items.toSorted((one, other) => {
    for (const { field, sign } of orders) {
      const difference = compare(valuesAt(one, field)[0], valuesAt(other, field)[0])
      if (difference !== 0) return sign * difference
    }
    return 0
  })
}

function readOrder(text: string): { field: string; sign: 1 | -1 } {
  const [field, order = "asc"] = text.split(":")
  if (!field || !["asc", "desc"].includes(order)) {
    throw new ApiError("format", `sort: ${text} is not field:asc or field:desc`)
  }
  return { field, sign: order === "desc" ? -1 : 1 }
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other
  return textOf(one).localeCompare(textOf(other))
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ""
  return typeof value === "string" ? value : JSON.stringify(value)
}
