import { Pool } from "@medusajs/framework/pg"
import { z } from "zod"

/** A store's own database. */
export interface Database {
  url: string
  /** Rows of a query; each must fit the schema. Numbers of type `numeric` arrive as text. */
  rows<Row>(schema: z.ZodType<Row>, sql: string, values?: unknown[]): Promise<Row[]>
  /** Statements whose results do not matter. */
  run(sql: string): Promise<void>
  /** All rows of a table as one text, to search in. */
  dump(table: string): Promise<string>
  tables(): Promise<string[]>
  close(): Promise<void>
}

/**
 * Copies the prepared database under the given name and connects to the copy. A database that has
 * the name already is replaced; whoever is connected to it has to connect anew.
 */
export async function createDatabase(
  server: { url: string; template: string },
  name: string,
): Promise<Database> {
  const maintenance = new Pool({ connectionString: `${server.url}/template1`, max: 1 })
  await maintenance.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await maintenance.query(`CREATE DATABASE "${name}" TEMPLATE "${server.template}"`)
  await maintenance.end()
  return connect(`${server.url}/${name}`)
}

function connect(url: string): Database {
  const pool = new Pool({ connectionString: url, max: 2 })
  const rows = async <Row>(schema: z.ZodType<Row>, sql: string, values: unknown[] = []) => {
    const result = await pool.query(sql, values)
    return z.array(schema).parse(result.rows)
  }
  return {
    url,
    rows,
    run: async (sql) => {
      await pool.query(sql)
    },
    async dump(table) {
      const found = await rows(z.unknown(), `SELECT to_jsonb(t) AS row FROM "${table}" t`)
      return JSON.stringify(found)
    },
    async tables() {
      const sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
      return (await rows(z.object({ table_name: z.string() }), sql)).map((row) => row.table_name)
    },
    close: () => pool.end(),
  }
}
