import type { ReturnOutcome, StoreReturnParams } from "../http-types"

const OUTCOMES: Readonly<Record<ReturnOutcome, true>> = {
  success: true,
  pending: true,
  not_ordered: true,
  failed: true,
  aborted: true,
  unknown: true,
}

/** What the return page was told. It may be typed by anybody: it decides only what is shown. */
export interface Returned {
  outcome: ReturnOutcome
  payment_session_id: string | null
  order_id: string | null
}

type Query = URLSearchParams | Record<string, string | string[] | undefined>

/**
 * Reads the query of the return page: `window.location.search`, `URLSearchParams`, or the
 * `searchParams` of Next.js.
 */
export function readReturn(query: string | Query): Returned {
  const outcome = parameter(query, "outcome")
  return {
    outcome: isOutcome(outcome) ? outcome : "unknown",
    payment_session_id: parameter(query, "payment_session_id"),
    order_id: parameter(query, "order_id"),
  }
}

function parameter(query: string | Query, name: keyof StoreReturnParams): string | null {
  if (typeof query === "string") return parameter(new URLSearchParams(query), name)
  const found = query instanceof URLSearchParams ? query.get(name) : query[name]
  return (Array.isArray(found) ? found[0] : found) || null
}

function isOutcome(value: string | null): value is ReturnOutcome {
  return value !== null && Object.hasOwn(OUTCOMES, value)
}
