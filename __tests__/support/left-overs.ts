import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

/** A process that a run has started, the leader of a group of its own. */
export interface NotedProcess {
  pid: number
  /** A part of its command line that no other process has: ids are used again. */
  mark: string
}

const noteFolder = (runFolder: string) => path.join(runFolder, "processes")

/** Notes a process, so that it can be ended when whoever started it is gone. */
export function noteProcess(runFolder: string, { pid, mark }: NotedProcess): void {
  mkdirSync(noteFolder(runFolder), { recursive: true })
  writeFileSync(path.join(noteFolder(runFolder), String(pid)), mark)
}

export function forgetProcess(runFolder: string, pid: number): void {
  rmSync(path.join(noteFolder(runFolder), String(pid)), { force: true })
}

/** Ends at once what a run has left running, its PostgreSQL included. */
export function killLeftOvers(runFolder: string): void {
  for (const { pid } of notedProcesses(runFolder)) killLeftOver(runFolder, pid)
  const postgres = notedPostgres(path.join(runFolder, "database"))
  if (postgres && isRunning(postgres)) process.kill(postgres.pid, "SIGQUIT")
}

/** Ends at once one of the noted processes. */
export function killLeftOver(runFolder: string, pid: number): void {
  const noted = notedProcesses(runFolder).find((process) => process.pid === pid)
  if (noted && isRunning(noted)) process.kill(-pid, "SIGKILL")
  forgetProcess(runFolder, pid)
}

function notedProcesses(runFolder: string): NotedProcess[] {
  const folder = noteFolder(runFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => ({
    pid: Number(name),
    mark: readFileSync(path.join(folder, name), "utf8"),
  }))
}

/** PostgreSQL itself notes its id as the first line of a file among its data. */
function notedPostgres(data: string): NotedProcess | undefined {
  const file = path.join(data, "postmaster.pid")
  if (!existsSync(file)) return undefined
  return { pid: Number(readFileSync(file, "utf8").split("\n")[0]), mark: data }
}

function isRunning({ pid, mark }: NotedProcess): boolean {
  if (!Number.isInteger(pid) || pid < 2 || mark === "") return false
  try {
    const query = ["-o", "args=", "-p", String(pid)]
    return execFileSync("ps", query, { encoding: "utf8", stdio: "pipe" }).includes(mark)
  } catch {
    return false
  }
}
