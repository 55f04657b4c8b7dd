import { guessAmounts, type AmountGuess } from "../../../mapping/views/amount-search"
import type { PaymentState } from "../../../mapping/words/payments"

/** What the payments page asks for. Everything that is left out does not matter. */
export interface PaymentSearch {
  states?: PaymentState[]
  /** secuconnect's names; `any`: none is known yet. */
  methods?: string[]
  /** Codes of why a person has to act; `any` of them. */
  attention?: string[]
  demo?: boolean
  /** Test payments of the settings page are left out unless asked for. */
  test_payment?: boolean
  /** Order number, STX, PCI, TA code, reference or amount. */
  q?: string
  /** Only what was created before the payment of this id, for reading on. */
  before?: string
}

/** A part of a statement, and what its question marks stand for. */
export interface Sql {
  sql: string
  values: unknown[]
}

/**
 * Everything that fits, as `found`. What is searched for is looked up first, through its own
 * indexes: beside an order and a limit PostgreSQL would rather walk through everything in the hope
 * of an early hit. Without a search that walk is right.
 */
export function foundBy(search: PaymentSearch): Sql {
  const { q } = search
  const where = all([...(q === undefined ? [] : [any(matchesOf(q))]), ...filtersOf(search)])
  const how = q === undefined ? "NOT MATERIALIZED" : "MATERIALIZED"
  const sql = `found AS ${how} (SELECT id, created_at, amount FROM secuconnect_checkout WHERE ${where.sql})`
  return { sql, values: where.values }
}

function filtersOf({
  states,
  methods,
  attention,
  demo,
  test_payment,
  before,
}: PaymentSearch): Sql[] {
  return [
    is("deleted_at IS NULL"),
    ...(test_payment === undefined
      ? [is("is_test_payment = false")]
      : [is("is_test_payment = ?", test_payment)]),
    ...(states ? [any(states.map((state) => is(STATES[state])))] : []),
    ...(methods ? [any(methods.map(isMethod))] : []),
    ...(attention ? [needs(attention)] : []),
    ...(demo === undefined ? [] : [is("is_demo = ?", demo)]),
    ...(before ? [is(EARLIER, before)] : []),
  ]
}

/** Compared in the database: it counts microseconds, JavaScript does not. */
const EARLIER =
  "(created_at, id) < (SELECT begun.created_at, begun.id FROM secuconnect_checkout begun WHERE begun.id = ?)"

/** What has a payment page, and of which no person has to read something more urgent first. */
const CALM =
  "creation = 'open' AND (attention IS NULL OR attention NOT IN ('mismatch', 'amount_differs', 'disputed'))"
const ACCEPTED = `${CALM} AND status = 'accepted'`
const WENT_BACK =
  "orphan_resolution IS NOT DISTINCT FROM 'refund' OR status_detail IS NOT DISTINCT FROM 'refunded'"
const LEFT = "(effective_amount IS NULL OR effective_amount > 0)"
const PARTLY_REFUNDED =
  "effective_amount > 0 AND effective_amount < amount AND status_detail = 'refunded'"

/** The same as `paymentState`. All columns are in the indexes that the page is found by. */
const STATES: Record<PaymentState, string> = {
  not_started: "creation = 'not_created'",
  unclear: "creation IN ('creating', 'unclear')",
  open: `${CALM} AND (status IS NULL OR status = 'open')`,
  waiting: `${CALM} AND status = 'waiting' AND status_detail IS DISTINCT FROM 'in_review'`,
  under_review: `${CALM} AND (status = 'unknown' OR (status = 'waiting' AND status_detail = 'in_review'))`,
  authorized: `${CALM} AND status = 'authorized'`,
  accepted: `${ACCEPTED} AND ${LEFT} AND status_detail = 'invoice_open'`,
  paid: `${ACCEPTED} AND ${LEFT} AND status_detail IS DISTINCT FROM 'invoice_open' AND (${PARTLY_REFUNDED}) IS NOT TRUE`,
  disputed: "creation = 'open' AND attention = 'disputed'",
  differs: "creation = 'open' AND attention IN ('mismatch', 'amount_differs')",
  partly_refunded: `${ACCEPTED} AND ${PARTLY_REFUNDED}`,
  refunded: `${CALM} AND ((status = 'accepted' AND effective_amount <= 0) OR (status = 'cancelled' AND (${WENT_BACK})))`,
  failed: `${CALM} AND status = 'failed'`,
  cancelled: `${CALM} AND status = 'cancelled' AND NOT (${WENT_BACK})`,
}

function isMethod(method: string): Sql {
  if (method === "general") return is("method IS NULL AND requested_method IS NULL")
  return is("(method = ? OR (method IS NULL AND requested_method = ?))", method, method)
}

function needs(codes: string[]): Sql {
  if (codes.includes("any")) return is("attention IS NOT NULL")
  return any(codes.map((code) => is("attention = ?", code)))
}

/** Everything that the words may stand for. */
function matchesOf(q: string): Sql[] {
  const id = q.toUpperCase()
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  return [
    is("stx_id = ?", id),
    is("payment_ids @> ARRAY[?]::text[]", id),
    is("reference = ?", id),
    is("trans_id = ?", q.replace(/^TA[\s-]*/i, "")),
    ...(number === undefined ? [] : [is("order_display_id = ?", Number(number))]),
    ...guessAmounts(q).map(isAmount),
  ]
}

function isAmount({ minor, currencies }: AmountGuess): Sql {
  const isOnly = "only" in currencies
  const codes = isOnly ? currencies.only : currencies.except
  const marks = codes.map(() => "?").join(", ")
  return is(`(amount = ? AND currency_code ${isOnly ? "" : "NOT "}IN (${marks}))`, minor, ...codes)
}

function is(sql: string, ...values: unknown[]): Sql {
  return { sql, values }
}

const all = (parts: Sql[]) => join(parts, " AND ", "true")
const any = (parts: Sql[]) => join(parts, " OR ", "false")

function join(parts: Sql[], word: string, otherwise: string): Sql {
  if (parts.length === 0) return is(otherwise)
  const sql = parts.map((part) => `(${part.sql})`).join(word)
  return { sql, values: parts.flatMap(({ values }) => values) }
}
