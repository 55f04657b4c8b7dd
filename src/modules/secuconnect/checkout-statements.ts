import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Finding } from "../../mapping/words/findings"
import type { CheckoutRow, EventDetail, EventSource } from "./rows"

/** The module's repository, of which knex is taken: it hands values to the database as they are. */
export interface KnexRepository {
  getFreshManager(): {
    getKnex(): { raw(sql: string, values: unknown[]): PromiseLike<unknown> }
  }
}

/** Medusa keeps an amount twice: as a number to count with, and as it was given. */
const AMOUNTS: ReadonlySet<string> = new Set<keyof CheckoutRow>([
  "amount",
  "effective_amount",
  "surplus_amount",
])
const JSON_COLUMNS: ReadonlySet<string> = new Set<keyof CheckoutRow>([
  "payments",
  "instructions",
  "amount_due",
])
const TIMES: ReadonlySet<string> = new Set<keyof CheckoutRow>([
  ...(["created_at", "updated_at", "deleted_at", "checked_at", "due_at"] as const),
  ...(["waiting_since", "reminded_at", "expired_at", "unclear_since"] as const),
  "cancel_requested_at",
])

/** What a row is written with; the database knows the rest. */
export type NewRow = Pick<
  CheckoutRow,
  | ("reference" | "base_url" | "contract_id" | "is_demo" | "payment_session_id" | "amount")
  | ("currency_code" | "currency_exponent" | "language" | "return_token_hash" | "push_token_hash")
> &
  Partial<CheckoutRow>

/** Columns to be written, some of them. */
export type RowChange = Partial<CheckoutRow> & { id: string }

/**
 * Writes a new row of `secuconnect_checkout`, dated by the database. One statement: Medusa's own
 * function makes a transaction for it and takes the server's time.
 */
export async function insertCheckout(
  repository: KnexRepository,
  row: NewRow,
): Promise<CheckoutRow> {
  const id = generateEntityId(undefined, "scchk")
  const columns = columnsOf({ id, ...row })
  const names = columns.map(([name]) => `"${name}"`).join(", ")
  const marks = columns.map(() => "?").join(", ")
  const sql = `INSERT INTO secuconnect_checkout (${names}) VALUES (${marks}) RETURNING *`
  return await execute(repository, { sql, columns, id })
}

/**
 * Changes one row of `secuconnect_checkout`, in one statement: Medusa's own function takes four, and this
 * is done at each step of a payment.
 *
 * @returns the row as it is then, also what others have written meanwhile
 * @throws MedusaError (`not_found`) when there is no such row
 */
export async function updateCheckout(
  repository: KnexRepository,
  { id, ...change }: RowChange,
): Promise<CheckoutRow> {
  const columns = columnsOf(change)
  const changes = [...columns.map(([name]) => `"${name}" = ?`), `"updated_at" = now()`].join(", ")
  const sql = `
    UPDATE secuconnect_checkout SET ${changes} WHERE id = ? AND deleted_at IS NULL RETURNING *`
  return await execute(repository, { sql, columns: [...columns, ["id", id]], id })
}

/** A line of a checkout's history. */
export interface NewCheckoutEvent {
  checkout_id: string
  source: EventSource
  finding: Finding
  detail: EventDetail | null
}

/**
 * Adds a line to a checkout's history, dated by the database, in one statement: Medusa's own function takes
 * four, and every change of a payment adds one.
 */
export async function insertCheckoutEvent(
  repository: KnexRepository,
  event: NewCheckoutEvent,
): Promise<void> {
  const { checkout_id, source, finding, detail } = event
  const sql = `
    INSERT INTO secuconnect_checkout_event ("id", "checkout_id", "source", "finding", "detail", "created_at")
    VALUES (?, ?, ?, ?, ?, clock_timestamp())`
  const id = generateEntityId(undefined, "scevt")
  const values = [id, checkout_id, source, finding, detail && JSON.stringify(detail)]
  await repository.getFreshManager().getKnex().raw(sql, values)
}

type Column = [name: string, value: unknown]

interface Statement {
  sql: string
  columns: Column[]
  id: string
}

async function execute(
  repository: KnexRepository,
  { sql, columns, id }: Statement,
): Promise<CheckoutRow> {
  const values = columns.map(([, value]) => value)
  const knex = repository.getFreshManager().getKnex()
  const [found] = answer.parse(await knex.raw(sql, values)).rows
  if (found) return toRow(found)
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no checkout with the id "${id}".`)
}

const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })

/** What is undefined is left as it is. */
function columnsOf(row: Partial<CheckoutRow>): Column[] {
  const columns: Column[] = Object.entries(row)
  const given = columns.filter(([, value]) => value !== undefined)
  const amounts = given.filter(([name]) => AMOUNTS.has(name))
  return [
    ...given.map(([name, value]): Column => [name, toColumn(name, value)]),
    ...amounts.map(([name, value]): Column => [`raw_${name}`, rawAmount(value)]),
  ]
}

/** As Medusa writes it beside each amount. */
function rawAmount(value: unknown): string | null {
  return typeof value === "number" ? JSON.stringify({ value: `${value}`, precision: 20 }) : null
}

function toColumn(name: string, value: unknown): unknown {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString()
  return JSON_COLUMNS.has(name) ? JSON.stringify(value) : value
}

/** As the model has it: the driver gives amounts and times as text. */
const checkoutRow = z.custom<CheckoutRow>(
  (given) => typeof given === "object" && given !== null && "reference" in given,
)

function toRow(found: Record<string, unknown>): CheckoutRow {
  const entries = Object.entries(found).map(([name, value]) => [name, fromColumn(name, value)])
  return checkoutRow.parse(Object.fromEntries(entries))
}

function fromColumn(name: string, value: unknown): unknown {
  if (value === null) return null
  if (AMOUNTS.has(name)) return Number(value)
  return TIMES.has(name) ? z.coerce.date().parse(value) : value
}
