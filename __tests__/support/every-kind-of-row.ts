import { z } from "zod"

import { METHODS } from "../../src/mapping/methods/methods"
import {
  ATTENTIONS,
  EVENT_SOURCES,
  FINDING_OF_EVENT,
  FINDINGS,
} from "../../src/mapping/words/findings"
import type { Database } from "./database"

type Value = string | number | boolean | object | null

const columnRow = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  nullable: z.boolean(),
  /** `CHECK ((kind = ANY (ARRAY['capture'::text, …])))` */
  check: z.string().nullable(),
})

type Column = z.output<typeof columnRow>

/** The columns of the ledger's tables as they are now, whichever migrations have run. */
const COLUMNS = `
  SELECT c.table_name AS table, c.column_name AS name, c.udt_name AS type,
    c.is_nullable = 'YES' AS nullable,
    (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]
      WHERE k.contype = 'c' AND k.conrelid = format('%I', c.table_name)::regclass
        AND a.attname = c.column_name) AS check
  FROM information_schema.columns c
  WHERE c.table_schema = 'public' AND c.table_name LIKE 'secuconnect\\_%'
  ORDER BY 1, c.ordinal_position`

/** Words that the database keeps as plain text. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  attention: ATTENTIONS,
  finding: FINDINGS,
  source: EVENT_SOURCES,
  event_name: Object.keys(FINDING_OF_EVENT),
  method: METHODS,
  requested_method: METHODS,
}

const seen = (status: string, is_refund: boolean) => ({
  ...{ id: "PCI_1", trans_id: "40000001", status, amount: 1990, currency: "EUR", is_refund },
})

const PAYMENTS = [[], [seen("accepted", false)], [seen("accepted", false), seen("refund", true)]]

/** Enough that every value stands beside every other one of most columns. */
const ROWS = 300

/**
 * Fills every table of the ledger with rows in which each column has each of its values: those that
 * a check allows, the words of the code, null. The same rows each time.
 *
 * @returns how many rows each table has got
 */
export async function insertEveryKindOfRow(db: Database): Promise<Record<string, number>> {
  const columns = await db.rows(columnRow, COLUMNS)
  const tables = [...new Set(columns.map(({ table }) => table))]
  for (const table of tables) {
    const own = columns.filter((column) => column.table === table)
    const rows = Array.from({ length: ROWS }, (_, row) =>
      Object.fromEntries(own.map((column, at) => [column.name, valueIn(column, row, at)])),
    )
    const sql = `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1)`
    await db.rows(z.unknown(), sql, [JSON.stringify(rows)])
  }
  return Object.fromEntries(tables.map((table) => [table, ROWS]))
}

function valueIn(column: Column, row: number, at: number): Value {
  const values = valuesOf(column, row)
  const turn = Math.floor(row / values.length) * (at + 1) + row
  return values[turn % values.length] ?? null
}

/** Everything that a column can hold in a row; what must be unique names the row. */
function valuesOf(column: Column, row: number): Value[] {
  const words = WORDS[column.name] ?? wordsOf(column.check)
  const values = words.length > 0 ? [...words] : valuesOfType(column, row)
  return column.nullable ? [...values, null] : values
}

function wordsOf(check: string | null): string[] {
  return [...(check ?? "").matchAll(/'([^']+)'/g)].map(([, word]) => word ?? "")
}

function valuesOfType({ name, type }: Column, row: number): Value[] {
  const text = `${name}_${String(row)}`
  const byType: Record<string, Value[]> = {
    bool: [true, false],
    int4: [row],
    numeric: [row],
    timestamptz: [new Date(Date.UTC(2026, 0, 1, 0, row)).toISOString()],
    jsonb: name.startsWith("raw_") ? [{ value: String(row), precision: 20 }] : [{}, { value: row }],
    _text: [[], [text]],
  }
  return name === "payments" ? PAYMENTS : (byType[type] ?? [text])
}
