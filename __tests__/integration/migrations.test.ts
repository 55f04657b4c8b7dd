import { z } from "zod"

import { createDatabase, type Database } from "../support/database"
import { insertEveryKindOfRow } from "../support/every-kind-of-row"
import {
  migrate,
  migrationNames,
  readLedgerSchema,
  readMigrations,
  runSql,
  type MigrationSql,
} from "../support/migrations"
import { sharedDatabaseServer } from "../support/shared-database-server"

// No store runs here: nothing else is connected to this database, so nothing can hold a lock on it.

type Rows = Record<string, Record<string, unknown>[]>

let db: Database
let migrations: MigrationSql[]
let databases = 0

beforeAll(async () => {
  migrations = await readMigrations()
})

// One each, under a name of its own: what a failed test leaves behind is in nobody's way.
beforeEach(async () => {
  databases += 1
  db = await createDatabase(sharedDatabaseServer(), `migrations_${process.pid}_${databases}`)
})

afterEach(() => db.close())

const downBefore = (from: number) => migrations.slice(from).reverse()

async function goDown(from: number): Promise<void> {
  for (const { down } of downBefore(from)) await runSql(db, down)
}

async function goUp(from: number): Promise<void> {
  for (const { up } of migrations.slice(from)) await runSql(db, up)
}

const row = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })

async function ledgerTables(): Promise<string[]> {
  return (await db.tables()).filter((table) => table.startsWith("secuconnect_")).sort()
}

async function readRows(): Promise<Rows> {
  const rows: Rows = {}
  for (const table of await ledgerTables()) {
    const sql = `SELECT '${table}' AS table, to_jsonb(t) AS row FROM "${table}" t ORDER BY id`
    rows[table] = (await db.rows(row, sql)).map((found) => found.row)
  }
  return rows
}

const readSchema = () => readLedgerSchema(db)

/** What a downgrade takes away because the older version has no place for it. */
function lostBelow(from: number) {
  const sql = downBefore(from).flatMap(({ down }) => down)
  const named = (pattern: RegExp) =>
    sql.flatMap((line) => [...line.matchAll(pattern)].map(([, name]) => name ?? ""))
  return {
    tables: named(/drop table if exists "(\w+)"/g),
    columns: named(/drop column if exists "(\w+)"/g).map(nameNow),
    externalRefunds: sql.some((line) => line.startsWith("delete from")),
    unclear: sql.some((line) => line.endsWith("where state = 'unclear';")),
  }
}

/** A column that has been renamed since. */
function nameNow(column: string): string {
  const renamed = new RegExp(`rename column "${column}" to "(\\w+)"`)
  return migrations
    .flatMap(({ up }) => up)
    .reduce((name, line) => renamed.exec(line)?.[1] ?? name, column)
}

/** Older versions had no word for what nobody can know, and said that it was refused. */
const inOldWords = (one: Record<string, unknown>) =>
  one["state"] === "unclear" ? { ...one, state: "refused" } : one

function without(rows: Rows, lost: ReturnType<typeof lostBelow>) {
  const { tables, columns, externalRefunds, unclear } = lost
  const kept = Object.entries(rows).filter(([table]) => !tables.includes(table))
  return Object.fromEntries(
    kept.map(([table, found]) => [
      table,
      found
        .filter(({ kind }) => !externalRefunds || kind !== "external_refund")
        .map((one) => (unclear ? inOldWords(one) : one))
        .map((one) =>
          Object.fromEntries(Object.entries(one).filter(([name]) => !columns.includes(name))),
        ),
    ]),
  )
}

describe("the rows that are taken down and up", () => {
  it("are of every kind, in every table", async () => {
    await insertEveryKindOfRow(db)
    const rows = await readRows()
    const has = (table: string, column: string) =>
      new Set(rows[`secuconnect_${table}`]?.map((one) => one[column]))
    expect(has("money_request", "kind")).toEqual(
      new Set(["capture", "refund", "cancel", "external_refund"]),
    )
    expect(has("checkout", "status").size).toBe(8)
    expect(has("checkout", "attention")).toContain("orphaned")
    expect(has("checkout_event", "finding")).toContain("refund_unwanted_failed")
    expect(has("checkout_event", "source")).toContain("schedule")
    expect(has("delivery_report", "state")).toEqual(new Set(["open", "done", "refused"]))
    expect(rows["secuconnect_settings_revision"]).not.toHaveLength(0)
    const refunds = rows["secuconnect_money_request"] ?? []
    const isAsked = ({ kind, state, medusa_id }: Record<string, unknown>) =>
      kind === "refund" && state === "open" && medusa_id !== null
    expect(refunds.some(isAsked)).toBe(true)
  })
})

const NAMES = migrationNames()

describe("every migration goes down and up again", () => {
  it.each(NAMES)(
    "from now to before %s, and nothing is lost that has a place there",
    async (name) => {
      const from = NAMES.indexOf(name)
      await insertEveryKindOfRow(db)
      const before = { rows: await readRows(), schema: await readSchema() }
      await goDown(from)
      await goUp(from)
      const lost = lostBelow(from)
      expect(without(await readRows(), lost)).toEqual(without(before.rows, lost))
      expect(await readSchema()).toEqual(before.schema)
    },
  )

  it.each(NAMES.slice(1))("with rows that were written before %s", async (name) => {
    const from = NAMES.indexOf(name)
    await goDown(from)
    const written = await insertEveryKindOfRow(db)
    await goUp(from)
    const counts = Object.entries(await readRows()).map(([table, rows]) => [table, rows.length])
    expect(Object.fromEntries(counts)).toMatchObject(written)
  })

  it.each([
    ["checkout", "attention", "paid_without_order", "orphaned"],
    ["checkout_event", "finding", "paid_without_order", "orphaned"],
    ["checkout_event", "finding", "half_booking_taken_back", "dangling_entry_removed"],
    ["checkout_event", "finding", "odd_push", "unrelated_push"],
    ["checkout_event", "finding", "refund_orphan_failed", "refund_unwanted_failed"],
    ["checkout_event", "source", "clock", "schedule"],
    ["money_request", "kind", "booking", "external_refund"],
  ])("where %s.%s said %s it says %s, and the other way round", async (...renamed) => {
    const [table, column, then, now] = renamed
    const words = async () =>
      new Set((await readRows())[`secuconnect_${table}`]?.map((one) => one[column]))
    await insertEveryKindOfRow(db)
    await goDown(NAMES.indexOf("Migration20261126150000"))
    expect(await words()).toContain(then)
    expect(await words()).not.toContain(now)
    await goUp(NAMES.indexOf("Migration20261126150000"))
    expect(await words()).toContain(now)
    expect(await words()).not.toContain(then)
  })

  it.each([
    { currency: "eur", minor: 3190, major: 31.9, exponent: 2 },
    { currency: "jpy", minor: 3190, major: 3190, exponent: 0 },
    { currency: "kwd", minor: 3190, major: 3.19, exponent: 3 },
    { currency: "huf", minor: 799_000, major: 7990, exponent: 2 },
    { currency: "huf", minor: 7990, major: 7990, exponent: 0 },
    { currency: "huf", minor: 7990, major: 7989.51, exponent: 0 },
    { currency: "iqd", minor: 7990, major: 7.9901, exponent: 3 },
    { currency: "rsd", minor: 7990, major: null, exponent: 2 },
  ])("$minor $currency of $major: had $exponent decimals", async (row) => {
    const { currency, minor, major, exponent } = row
    const at = NAMES.indexOf("Migration20261126192000")
    await goDown(at)
    await insertEveryKindOfRow(db)
    await db.run("DROP TABLE payment_session CASCADE")
    await db.run("CREATE TABLE payment_session (id text, amount numeric)")
    await db.run(`INSERT INTO payment_session VALUES ('payses_1', ${major ?? "NULL"})`)
    await db.run(`UPDATE secuconnect_checkout SET payment_session_id = 'payses_1',
      amount = ${minor}, currency_code = '${currency}'`)
    await goUp(at)
    const { secuconnect_checkout: checkouts } = await readRows()
    expect(new Set(checkouts?.map((found) => found["currency_exponent"]))).toEqual(
      new Set([exponent]),
    )
  })

  it("with three open refunds of one payment, from before only one was allowed", async () => {
    const rule = migrations.findIndex(({ up }) =>
      up.some((line) => line.includes("IDX_secuconnect_money_request_one_refund")),
    )
    await goDown(rule)
    await insertEveryKindOfRow(db)
    await db.run(`UPDATE secuconnect_money_request SET checkout_id = 'one', kind = 'refund',
      state = 'open', medusa_id = id, deleted_at = NULL WHERE id IN (
        SELECT id FROM secuconnect_money_request ORDER BY id LIMIT 3)`)
    await goUp(rule)
    const { secuconnect_money_request: requests } = await readRows()
    const open = requests?.filter(({ checkout_id }) => checkout_id === "one")
    expect(open?.map(({ state }) => state).sort()).toEqual(["open", "unclear", "unclear"])
    expect(open?.filter(({ medusa_id }) => medusa_id !== null)).toHaveLength(1)
  })
})

it("Medusa's own migrator goes all the way down and up", async () => {
  await insertEveryKindOfRow(db)
  const schema = await readSchema()
  expect(await migrate(db, "down")).toEqual([...NAMES].reverse())
  expect(await ledgerTables()).toEqual([])
  expect(await migrate(db, "up")).toEqual(NAMES)
  expect(await readSchema()).toEqual(schema)
})

it("refunds made elsewhere are in no downgrade's way, not even in that of one migration by hand", async () => {
  const migration = migrations.find(({ down }) => down.some((line) => line.startsWith("delete")))
  await insertEveryKindOfRow(db)
  await runSql(db, migration?.down ?? [])
  const kinds = (await readRows())["secuconnect_money_request"]?.map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(["capture", "refund", "cancel"]))
})
