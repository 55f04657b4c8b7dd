import { startDatabaseServer, type DatabaseServer } from "./database-server"
import { killLeftOvers } from "./left-overs"
import { shareDatabaseServer } from "./shared-database-server"

declare global {
  var secuconnectTestDatabase: DatabaseServer | undefined
}

/** One PostgreSQL for all test files of a run, whichever projects take part. */
export default async function globalSetup(): Promise<void> {
  if (globalThis.secuconnectTestDatabase) return
  const server = await startDatabaseServer()
  globalThis.secuconnectTestDatabase = server
  shareDatabaseServer(server)
  // A run that is interrupted leaves nothing running, also when the signal comes twice.
  process.once("exit", () => killLeftOvers(server.folder))
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(130))
  }
}
