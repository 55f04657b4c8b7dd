import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { gzipSync } from "node:zlib"
import { z } from "zod"

import { REPOSITORY } from "../../support/repository"

const PLUGIN = path.join("node_modules", "medusa-payment-secuconnect")
const BUILT = path.join(PLUGIN, ".medusa", "server", "src", "admin")

/** One file of the built admin extension. */
export interface BuiltFile {
  name: string
  gzipped: number
  /** Packages that it leaves to whoever loads it. */
  imports: string[]
}

/** The admin extension as it lies in a store, without its types. */
export function builtAdmin(store: string): BuiltFile[] {
  const folder = path.join(store, BUILT)
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.\w+$/.test(name) && !/\.d\.m?ts$/.test(name),
  )
  return names.sort().map((name) => {
    const code = readFileSync(path.join(folder, name), "utf8")
    return { name, gzipped: gzipSync(code).length, imports: packagesIn(code) }
  })
}

/** What our admin's sources import from packages; what is only a type is no import. */
export function packagesOfAdminSources(): string[] {
  const folder = path.join(REPOSITORY, "src", "admin")
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const sources = files.filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
  return unique(sources.flatMap((name) => packagesIn(compiled(path.join(folder, name)))))
}

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) })

/** What the store's dashboard brings, by its own list. */
export function packagesOfDashboard(store: string): string[] {
  const file = path.join(store, "node_modules", "@medusajs", "dashboard", "package.json")
  return Object.keys(manifest.parse(JSON.parse(readFileSync(file, "utf8"))).dependencies)
}

function compiled(file: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.ReactJSX,
  }
  return ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions }).outputText
}

/** Whole packages: `react` for `react/jsx-runtime`. */
function packagesIn(code: string): string[] {
  const { importedFiles } = ts.preProcessFile(code, true, true)
  const bare = importedFiles.map(({ fileName }) => fileName).filter((name) => !name.startsWith("."))
  return unique(bare.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name))
}

function unique(names: string[]): string[] {
  return [...new Set(names)].sort()
}
