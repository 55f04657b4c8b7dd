import { z } from "zod"

import type { DatabaseServer } from "./database-server"

const VARIABLE = "SECUCONNECT_TEST_DATABASE"

const sharedSchema = z.object({
  url: z.string(),
  template: z.string(),
  folder: z.string(),
  seededFile: z.string(),
})

/** Hands the server of the global set-up to all test files, which run in processes of their own. */
export function shareDatabaseServer({ url, template, folder, seededFile }: DatabaseServer): void {
  process.env[VARIABLE] = JSON.stringify({ url, template, folder, seededFile })
}

/** @throws Error outside of a test run */
export function sharedDatabaseServer(): z.infer<typeof sharedSchema> {
  const shared = process.env[VARIABLE]
  if (shared) return sharedSchema.parse(JSON.parse(shared))
  throw new Error("There is no database: run jest, or hand in a `server` of startDatabaseServer().")
}
