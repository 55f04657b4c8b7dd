import { z } from "zod"

import type { Shop } from "./shop"

/** An amount as Medusa keeps it beside the number. */
export const numeric = (value: string) => `'{"value": "${value}", "precision": 20}'::jsonb`

const row = z.record(z.string(), z.unknown())

interface Row {
  table: string
  by: string
  id: string
}

/** Writes the newest row of a table once more, under an id of its own. */
export async function repeatRow({ db }: Shop, { table, by, id }: Row): Promise<void> {
  const newest = `SELECT * FROM ${table} WHERE ${by} = $1 ORDER BY created_at DESC, id DESC LIMIT 1`
  await db.rows(
    row,
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table},
      to_jsonb(t) || jsonb_build_object('id', t.id || '_again'))).* FROM (${newest}) t`,
    [id],
  )
}
