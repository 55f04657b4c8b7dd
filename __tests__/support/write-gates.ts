import { Client } from "@medusajs/framework/pg"
import { z } from "zod"

import type { Database } from "./database"
import { until } from "./until"

/** A kind of write at which whoever makes it can be held. */
export interface GateSpec {
  table: string
  on: "INSERT" | "UPDATE" | "DELETE"
  /** SQL condition on `NEW` and `OLD`. */
  when?: string
}

/** A held writer dies with its process; what it was writing is lost, or is written all the same. */
export type Fate = "lost" | "written"

export interface WriteGate {
  /** From now on whoever writes this waits. */
  close(): Promise<void>
  somebodyWaits(): Promise<void>
  /** Call it after the writer's process is dead. */
  open(fate: Fate): Promise<void>
}

/** Whoever waits, waits: the core's own time limit for locks is no crash. */
const PREPARE = `
  CREATE TABLE IF NOT EXISTS write_gate (id int PRIMARY KEY, closed boolean NOT NULL);
  CREATE OR REPLACE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
  BEGIN
    IF (SELECT closed FROM write_gate WHERE id = TG_ARGV[0]::int) THEN
      PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::bigint);
    END IF;
    RETURN COALESCE(NEW, OLD);
  END $$`

const WAITING = `SELECT pid FROM pg_locks
  WHERE locktype = 'advisory' AND NOT granted AND objid = $1 AND classid = 0`

const GONE_MS = 60_000
let lastGate = 7_100

/** Makes gates, open at first. Do it while nobody writes: a trigger needs the table for itself. */
export async function createGates(db: Database, specs: GateSpec[]): Promise<WriteGate[]> {
  await db.run(PREPARE)
  const gates: WriteGate[] = []
  for (const spec of specs) gates.push(await createGate(db, spec))
  return gates
}

async function createGate(db: Database, { table, on, when }: GateSpec): Promise<WriteGate> {
  lastGate += 1
  const id = lastGate
  const condition = when ? `WHEN (${when})` : ""
  await db.run(`INSERT INTO write_gate VALUES (${id}, false);
    CREATE TRIGGER gate_${id} BEFORE ${on} ON "${table}"
      FOR EACH ROW ${condition} EXECUTE FUNCTION wait_at_gate('${id}')`)
  const keeper = new Client({ connectionString: db.url })
  const waiting = () => db.rows(z.object({ pid: z.number() }), WAITING, [id])
  return {
    async close() {
      await keeper.connect()
      await keeper.query("SELECT pg_advisory_lock($1)", [id])
      await db.run(`UPDATE write_gate SET closed = true WHERE id = ${id}`)
    },
    async somebodyWaits() {
      await until(`a writer of ${table}`, async () => (await waiting())[0], GONE_MS)
    },
    async open(fate) {
      await db.run(`UPDATE write_gate SET closed = false WHERE id = ${id}`)
      for (const { pid } of fate === "lost" ? await waiting() : []) {
        await db.run(`SELECT pg_terminate_backend(${pid})`)
      }
      const nobody = async () => ((await waiting()).length === 0 ? true : undefined)
      if (fate === "lost") await until(`the end of a writer of ${table}`, nobody, GONE_MS)
      await keeper.end()
    },
  }
}
