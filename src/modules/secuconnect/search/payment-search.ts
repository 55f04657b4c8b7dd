import { z } from "zod"
import type { SqlManager } from "../claim-due"
import { foundBy, type PaymentSearch, type Sql } from "./payment-filter"

/** Where a page begins, and how many payments it may have. */
export interface PaymentPage {
  order: "created_at" | "-created_at" | "amount" | "-amount"
  limit: number
  offset: number
}

const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  creation: z.enum(["creating", "open", "not_created", "unclear"]),
  status: z
    .enum(["open", "waiting", "authorized", "accepted", "failed", "cancelled", "unknown"])
    .nullable(),
  status_detail: z.enum(["in_review", "invoice_open", "refunded"]).nullable(),
  method: z.string().nullable(),
  requested_method: z.string().nullable(),
  amount: z.coerce.number(),
  effective_amount: z.coerce.number().nullable(),
  orphan_resolution: z.enum(["refund", "keep"]).nullable(),
  currency_code: z.string(),
  currency_exponent: z.number(),
  is_demo: z.boolean(),
  is_test_payment: z.boolean(),
  order_id: z.string().nullable(),
  order_display_id: z.number().nullable(),
  stx_id: z.string().nullable(),
  trans_id: z.string().nullable(),
  payment_ids: z.array(z.string()),
  attention: z.string().nullable(),
  created_at: z.coerce.date(),
  checked_at: z.coerce.date().nullable(),
})

const countedSchema = rowSchema.extend({ counted: z.coerce.number() })

/** A row of the ledger as lists show it. Amounts in minor units. */
export type FoundPayment = z.output<typeof rowSchema>

/** A page, and how much there is in all. */
export interface PaymentList {
  payments: FoundPayment[]
  /** Exact up to 1,000. */
  count: number
  is_exact: boolean
  has_more: boolean
}

/** Counting further would cost more than anybody learns from it. */
const COUNTED_EXACTLY = 1_000

const COLUMNS = Object.keys(rowSchema.shape)
const ORDERS = {
  created_at: "created_at ASC, id ASC",
  "-created_at": "created_at DESC, id DESC",
  amount: "amount ASC, id ASC",
  "-amount": "amount DESC, id DESC",
} as const satisfies Record<PaymentPage["order"], string>

/** One page of what was found, and how much was found. */
export async function listPayments(
  run: SqlManager,
  search: PaymentSearch,
  page: PaymentPage,
): Promise<PaymentList> {
  return page.offset + page.limit <= COUNTED_EXACTLY
    ? await listNear(run, search, page)
    : await listFar(run, search, page)
}

/** One page of what was found. */
export async function searchPayments(
  run: SqlManager,
  search: PaymentSearch,
  page: PaymentPage,
): Promise<FoundPayment[]> {
  const { sql, values } = pageOf({ ...foundBy(search), name: "found", columns: COLUMNS }, page)
  return z.array(rowSchema).parse(await run.execute(sql, values))
}

/** A page that begins early: one walk finds and counts, which matters for what is rare. */
async function listNear(
  run: SqlManager,
  search: PaymentSearch,
  page: PaymentPage,
): Promise<PaymentList> {
  const found = foundBy(search)
  const early = {
    name: "early",
    sql: `${found.sql}, early AS MATERIALIZED (
      SELECT id, created_at, amount FROM found ORDER BY ${ORDERS[page.order]} LIMIT ?)`,
    values: [...found.values, COUNTED_EXACTLY + 1],
    columns: [...COLUMNS, "(SELECT count(*) FROM early) AS counted"],
  }
  const { sql, values } = pageOf(early, page)
  const payments = z.array(countedSchema).parse(await run.execute(sql, values))
  // Beyond the last page there is no row that could tell.
  const counted = payments[0]?.counted ?? (page.offset === 0 ? 0 : await count(run, found))
  return { payments, ...exactness(counted), has_more: page.offset + page.limit < counted }
}

/** A page that begins late: nobody counts that far, and there is seldom a reason to count at all. */
async function listFar(
  run: SqlManager,
  search: PaymentSearch,
  { limit, ...page }: PaymentPage,
): Promise<PaymentList> {
  const [payments, counted] = await Promise.all([
    searchPayments(run, search, { ...page, limit: limit + 1 }),
    count(run, foundBy(search)),
  ])
  const has_more = payments.length > limit
  return { payments: payments.slice(0, limit), ...exactness(counted), has_more }
}

function exactness(counted: number): Pick<PaymentList, "count" | "is_exact"> {
  return { count: Math.min(counted, COUNTED_EXACTLY), is_exact: counted <= COUNTED_EXACTLY }
}

async function count(run: SqlManager, found: Sql): Promise<number> {
  const sql = `WITH ${found.sql} SELECT count(*) AS count FROM (SELECT 1 FROM found LIMIT ?) AS counted`
  const rows = await run.execute(sql, [...found.values, COUNTED_EXACTLY + 1])
  const [row] = z.array(z.object({ count: z.coerce.number() })).parse(rows)
  return row?.count ?? 0
}

interface Source extends Sql {
  /** What the page is taken from, among what `sql` names. */
  name: string
  columns: readonly string[]
}

/**
 * The page is found in an index that holds everything that is sorted and filtered by; only its own
 * rows are read: the last page of a long list costs little more than the first.
 */
function pageOf({ name, sql, values, columns }: Source, page: PaymentPage): Sql {
  const order = ORDERS[page.order]
  return {
    sql: `WITH ${sql}, page AS MATERIALIZED (
        SELECT id AS page_id FROM ${name} ORDER BY ${order} LIMIT ? OFFSET ?)
      SELECT ${columns.join(", ")} FROM page JOIN secuconnect_checkout ON id = page_id
      ORDER BY ${order}`,
    values: [...values, page.limit, page.offset],
  }
}
