import { z } from "zod"

import type { Shop } from "../support/shop"
import type { Diary } from "./log"

/** Amounts in minor units; every article of the catalog costs euros. */
const bookRow = z.object({
  reference: z.string(),
  stx_id: z.string(),
  order_id: z.string().nullable(),
  attention: z.string().nullable(),
  orphan_resolution: z.string().nullable(),
  dispute: z.string().nullable(),
  captures: z.number(),
  captured: z.number(),
  refunded: z.number(),
})
type Row = z.infer<typeof bookRow>

const minor = (table: string) => `(SELECT coalesce(round(sum(x.amount) * 100), 0)::int
  FROM ${table} x JOIN payment p ON p.id = x.payment_id AND p.deleted_at IS NULL
  WHERE p.data->>'checkout_id' = c.id AND x.deleted_at IS NULL)`

const BOOKS = `
  SELECT c.reference, c.stx_id, c.order_id, c.attention, c.orphan_resolution, c.dispute,
    ${minor("capture")} AS captured, ${minor("refund")} AS refunded,
    (SELECT count(*)::int FROM capture x JOIN payment p ON p.id = x.payment_id
      WHERE p.data->>'checkout_id' = c.id AND x.deleted_at IS NULL) AS captures
  FROM secuconnect_checkout c
  WHERE c.stx_id IS NOT NULL AND NOT c.is_test_payment AND c.deleted_at IS NULL`

const TWICE = `SELECT cart_id FROM order_cart WHERE deleted_at IS NULL
  GROUP BY cart_id HAVING count(*) > 1`

export interface Sums {
  orders: number
  orphans: number
  /**
   * Σ captured − Σ refunded in Medusa, and Σ effective at secuconnect, without the orphans and without
   * what a bank takes back: of that a refund made elsewhere is booked when the dispute is over, and what is
   * lost when the order was paid otherwise.
   */
  medusa: number
  secuconnect: number
}

/**
 * The same question as the audit's, asked another way: the database's rows beside what the sandbox
 * itself says, and what merchants have asked for.
 */
export async function checkBooks(shop: Shop, diary: Diary): Promise<Sums> {
  const rows = await shop.db.rows(bookRow, BOOKS)
  const sums: Sums = { orders: 0, orphans: 0, medusa: 0, secuconnect: 0 }
  for (const row of rows) {
    const effective = await effectiveAmount(shop, row.stx_id)
    add(sums, row, effective)
    for (const what of findingsOf(row, effective, diary))
      diary.violation(`${row.reference}: ${what}`)
  }
  const [orders] = await shop.db.rows(
    z.object({ n: z.number() }),
    "SELECT count(*)::int AS n FROM order_cart",
  )
  sums.orders = orders?.n ?? 0
  for (const { cart_id } of await shop.db.rows(z.object({ cart_id: z.string() }), TWICE)) {
    diary.violation(`${cart_id}: two orders`)
  }
  return sums
}

function isOrphan({ attention, orphan_resolution, captures }: Row): boolean {
  const marked = attention === "orphaned" || attention === "mismatch"
  return captures === 0 && (marked || orphan_resolution !== null)
}

function isTakenByBank({ dispute }: Row): boolean {
  return dispute === "issue" || dispute === "lost"
}

function add(sums: Sums, row: Row, effective: number): void {
  if (isOrphan(row)) {
    sums.orphans += 1
    return
  }
  if (isTakenByBank(row)) return
  sums.medusa += row.captured - row.refunded
  sums.secuconnect += effective
}

function findingsOf(row: Row, effective: number, diary: Diary): string[] {
  const { captured, refunded, captures } = row
  const findings: string[] = []
  if (captures > 1) findings.push(`${captures} captures`)
  if (isTakenByBank(row) || isOrphan(row)) return findings
  if (captured - refunded !== effective) {
    findings.push(`captured ${captured}, refunded ${refunded}, at secuconnect ${effective}`)
  }
  return [...findings, ...unaskedRefunds(row, diary)]
}

function unaskedRefunds(row: Row, diary: Diary): string[] {
  const { order_id, refunded, captures } = row
  const { least, most } = diary.refundsOf(row.stx_id)
  const isAsked = refunded >= least && refunded <= most
  if (captures === 0 || isAsked || isTakenBack(row)) return []
  return [`${order_id ?? "no order"}: refunded ${refunded}, asked for ${least} to ${most}`]
}

/** The core itself gives back what it captured for a cart that it then could not complete. */
function isTakenBack({ order_id, captured, refunded }: Row): boolean {
  return order_id === null && refunded === captured
}

const MONEY_IN = new Set(["ok", "received", "shipped", "collection", "collected"])

async function effectiveAmount({ sandbox }: Shop, stx: string): Promise<number> {
  const { status, payments } = await sandbox.read(stx)
  if (!MONEY_IN.has(status)) return 0
  return payments
    .filter(({ refund_of }) => refund_of === null)
    .reduce((total, payment) => total + payment.effective_amount, 0)
}
