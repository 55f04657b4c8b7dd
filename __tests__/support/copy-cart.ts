import { randomBytes } from "node:crypto"
import { z } from "zod"

import type { Database } from "./database"

/** A cart as it lies in the store's database. */
export interface StoredCart {
  id: string
  tables: { name: string; rows: string[] }[]
}

const ITEMS = "item_id IN (SELECT id FROM cart_line_item WHERE cart_id = $1)"
const METHODS = "shipping_method_id IN (SELECT id FROM cart_shipping_method WHERE cart_id = $1)"
const ADDRESSES = `id IN (SELECT unnest(ARRAY[shipping_address_id, billing_address_id])
  FROM cart WHERE id = $1)`

/** What makes a cart, each row after those that it refers to. */
const TABLES: Record<string, string> = {
  cart_address: ADDRESSES,
  cart: "id = $1",
  cart_line_item: "cart_id = $1",
  cart_line_item_tax_line: ITEMS,
  cart_line_item_adjustment: ITEMS,
  cart_shipping_method: "cart_id = $1",
  cart_shipping_method_tax_line: METHODS,
  cart_shipping_method_adjustment: METHODS,
  cart_promotion: "cart_id = $1",
}

const rowSchema = z.object({ row: z.string() })
const idSchema = z.object({ id: z.string() })

/** Reads a cart that nobody has begun to pay. Its rows stay in the order in which they were written. */
export async function readStoredCart(db: Database, id: string): Promise<StoredCart> {
  const tables = Object.entries(TABLES).map(async ([name, condition]) => {
    const sql = `SELECT to_jsonb(t)::text AS row FROM "${name}" t
      WHERE ${condition} AND deleted_at IS NULL ORDER BY ctid`
    return { name, rows: (await db.rows(rowSchema, sql, [id])).map(({ row }) => row) }
  })
  return { id, tables: await Promise.all(tables) }
}

/** Writes the cart once more, as it was when it was read, under new ids. Gives the copy's id. */
export async function copyCart(db: Database, { id, tables }: StoredCart): Promise<string> {
  const ids = newIds(tables.flatMap(({ rows }) => rows.map(idOf)))
  const stored = `[${tables.map(({ rows }) => `[${rows.join(",")}]`).join(",")}]`
  const copied = stored.replace(ID, (old) => ids.get(old) ?? old)
  const inserts = tables.map(({ name }, nth) => {
    const rows = `jsonb_populate_recordset(NULL::"${name}", $1::jsonb -> ${nth})`
    return `${name}_copy AS (INSERT INTO "${name}" SELECT * FROM ${rows})`
  })
  await db.rows(z.unknown(), `WITH ${inserts.join(", ")} SELECT 1`, [copied])
  return ids.get(id) ?? id
}

const ID = /\b[a-z_]+_[0-9A-Z]{26}\b/g

const idOf = (row: string) => idSchema.parse(JSON.parse(row)).id

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** In the order of the old ones: Medusa sorts by them. As long, and with the same prefixes. */
function newIds(old: string[]): Map<string, string> {
  const time = digits(Date.now(), 10)
  const chance = [...randomBytes(12)].map((byte) => LETTERS[byte % LETTERS.length]).join("")
  return new Map(
    old.toSorted().map((id, nth) => {
      const prefix = id.slice(0, id.lastIndexOf("_") + 1)
      return [id, prefix + time + chance + digits(nth, 4)] as const
    }),
  )
}

const digits = (number: number, count: number): string =>
  count === 0 ? "" : digits(Math.floor(number / 32), count - 1) + LETTERS.charAt(number % 32)
