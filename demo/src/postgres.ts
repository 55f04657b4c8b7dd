import { existsSync } from "node:fs"
import path from "node:path"

import { makeDataFolder, type PostgresHome } from "./postgres-home"
import type { Processes } from "./processes"
import type { Settings } from "./settings"

const OPTIONS = ["listen_addresses=localhost", "unix_socket_directories=", "fsync=off"]

/**
 * Starts PostgreSQL on localhost, after making its data folder if there is none. It trusts every
 * local user and does not wait for the disk: good for a demo, for nothing else.
 */
export async function startPostgres(
  processes: Processes,
  home: PostgresHome,
  { urls, postgres = [] }: Settings,
): Promise<void> {
  const program = (name: string) => path.join(home.programs, "bin", name)
  const env = { ...process.env, LC_ALL: "C" }
  if (!existsSync(path.join(home.data, "PG_VERSION"))) {
    makeDataFolder(home)
    await processes.run({
      name: "postgres-init",
      file: program("initdb"),
      args: ["-D", home.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"],
      env,
      user: home.user,
    })
  }
  const options = [...OPTIONS, ...postgres].flatMap((option) => ["-c", option])
  await processes.start(
    {
      name: "postgres",
      file: program("postgres"),
      args: ["-D", home.data, "-p", new URL(urls.database).port, ...options],
      env,
      user: home.user,
      stopSignal: "SIGINT",
    },
    (log) => log.includes("ready to accept connections"),
  )
}
