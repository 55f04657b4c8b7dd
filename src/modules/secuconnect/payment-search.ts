import { z } from "zod"
import { guessAmounts, type AmountGuess } from "../../mapping/admin/amount-search"
import type { PaymentState } from "../../mapping/admin/payment-state"
import type { SqlManager } from "./claim-due"

/** What the payments page asks for. Everything that is left out does not matter. */
export interface PaymentSearch {
  states?: PaymentState[]
  /** secuconnect's names; `any`: none is known yet. */
  methods?: string[]
  /** Codes of why a person should look; `any` of them. */
  attention?: string[]
  demo?: boolean
  /** Trials of the payment page are left out unless asked for. */
  trial?: boolean
  /** Order number, STX, PCI, TA code, reference or amount. */
  q?: string
  /** Only what was begun before the payment of this id, for reading on. */
  before?: string
}

export interface PaymentPage {
  order: "created_at" | "-created_at" | "amount" | "-amount"
  limit: number
  offset: number
}

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.enum(["creating", "open", "not_created", "unclear"]),
  truth: z
    .enum(["open", "waiting", "authorized", "accepted", "failed", "cancelled", "unknown"])
    .nullable(),
  method: z.string().nullable(),
  requested_method: z.string().nullable(),
  amount: z.coerce.number(),
  effective_amount: z.coerce.number().nullable(),
  currency_code: z.string(),
  is_demo: z.boolean(),
  is_trial: z.boolean(),
  order_id: z.string().nullable(),
  order_display_id: z.number().nullable(),
  stx_id: z.string().nullable(),
  trans_id: z.string().nullable(),
  payment_ids: z.array(z.string()),
  attention: z.string().nullable(),
  created_at: z.coerce.date(),
  seen_at: z.coerce.date().nullable(),
})

/** A row of the ledger as lists show it. Amounts in minor units. */
export type FoundPayment = z.output<typeof rowSchema>

/** Counting further would cost more than anybody learns from it. */
const COUNTED_EXACTLY = 1_000

interface Sql {
  sql: string
  values: unknown[]
}

const COLUMNS = Object.keys(rowSchema.shape)
const ORDERS = {
  created_at: "created_at ASC, id ASC",
  "-created_at": "created_at DESC, id DESC",
  amount: "amount ASC, id ASC",
  "-amount": "amount DESC, id DESC",
} as const satisfies Record<PaymentPage["order"], string>

/** One page of what was found. */
export async function searchPayments(
  run: SqlManager,
  search: PaymentSearch,
  page: PaymentPage,
): Promise<FoundPayment[]> {
  const { from, where } = narrowed(search)
  const sql = `${from.sql} SELECT ${COLUMNS.join(", ")} FROM secuconnect_checkout
    WHERE ${where.sql} ORDER BY ${ORDERS[page.order]} LIMIT ? OFFSET ?`
  const values = [...from.values, ...where.values, page.limit, page.offset]
  return z.array(rowSchema).parse(await run.execute(sql, values))
}

/** How many there are, exactly up to `COUNTED_EXACTLY`. */
export async function countPayments(
  run: SqlManager,
  search: PaymentSearch,
): Promise<{ count: number; is_exact: boolean }> {
  const { from, where } = narrowed(search)
  const sql = `${from.sql} SELECT count(*) AS count FROM (
    SELECT 1 FROM secuconnect_checkout WHERE ${where.sql} LIMIT ?) AS counted`
  const values = [...from.values, ...where.values, COUNTED_EXACTLY + 1]
  const [row] = z
    .array(z.object({ count: z.coerce.number() }))
    .parse(await run.execute(sql, values))
  const found = row?.count ?? 0
  return { count: Math.min(found, COUNTED_EXACTLY), is_exact: found <= COUNTED_EXACTLY }
}

/**
 * What is searched for is looked up first, through its own indexes: beside an order and a limit
 * PostgreSQL would rather walk through everything in the hope of an early hit.
 */
function narrowed(search: PaymentSearch): { from: Sql; where: Sql } {
  const filters = all(filtersOf(search))
  if (search.q === undefined) return { from: { sql: "", values: [] }, where: filters }
  const sought = any(matchesOf(search.q))
  const sql = `WITH sought AS MATERIALIZED (SELECT id AS sought_id FROM secuconnect_checkout WHERE ${sought.sql})`
  const where = {
    ...filters,
    sql: `${filters.sql} AND id IN (SELECT sought_id FROM sought)`,
  }
  return { from: { sql, values: sought.values }, where }
}

function filtersOf({ states, methods, attention, demo, trial, before }: PaymentSearch): Sql[] {
  return [
    is("deleted_at IS NULL"),
    ...(trial === undefined ? [is("is_trial = false")] : [is("is_trial = ?", trial)]),
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

const STATES: Record<PaymentState, string> = {
  not_started: "state = 'not_created'",
  unclear: "state IN ('creating', 'unclear')",
  open: "state = 'open' AND (truth IS NULL OR truth = 'open')",
  waiting: "state = 'open' AND truth = 'waiting'",
  authorized: "state = 'open' AND truth = 'authorized'",
  paid: "state = 'open' AND truth = 'accepted' AND (effective_amount IS NULL OR effective_amount >= amount)",
  partly_refunded:
    "state = 'open' AND truth = 'accepted' AND effective_amount > 0 AND effective_amount < amount",
  refunded: "state = 'open' AND truth = 'accepted' AND effective_amount <= 0",
  failed: "state = 'open' AND truth = 'failed'",
  cancelled: "state = 'open' AND truth = 'cancelled'",
  unknown: "state = 'open' AND truth = 'unknown'",
}

function isMethod(method: string): Sql {
  if (method === "any") return is("method IS NULL AND requested_method IS NULL")
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
