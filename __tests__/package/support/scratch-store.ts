import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

import { REPOSITORY } from "../../support/repository"
import { TEST_CONTRACT } from "../../support/shop"
import { readmeBlock } from "./readme"
import { run } from "./run"

const manifestSchema = z.object({ devDependencies: z.record(z.string(), z.string()) })

/** What `create-medusa-app` puts into a new store, at the versions this repository is tested with. */
const DEPENDENCIES = ["admin-sdk", "cli", "framework", "medusa"].map((name) => `@medusajs/${name}`)
const DEV_DEPENDENCIES = ["@swc/core", "@types/node", "ts-node", "typescript"]

/** For the commands that only read the database; the running store is told by its environment. */
const VALUES: Record<string, string> = {
  SECUCONNECT_CLIENT_ID: TEST_CONTRACT.clientId,
  SECUCONNECT_CLIENT_SECRET: TEST_CONTRACT.clientSecret,
  SECUCONNECT_CONTRACT_ID: TEST_CONTRACT.contractId,
}

/** As in a new store; the config is TypeScript, so that it is also type-checked. */
const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    strictNullChecks: true,
    resolveJsonModule: true,
    rootDir: "./",
    outDir: "./.medusa/server",
  },
  "ts-node": { swc: true },
  include: ["*.ts"],
}

/**
 * Makes a store of its own in an empty folder: the packed plugin, Medusa from the registry, and the
 * `medusa-config.ts` of the README, letter by letter.
 */
export async function installInScratchStore(folder: string, tarball: string): Promise<void> {
  const write = (name: string, content: string) =>
    writeFileSync(path.join(folder, name), `${content}\n`)
  const manifest = {
    name: "scratch-store",
    private: true,
    dependencies: { ...pick(DEPENDENCIES), "medusa-payment-secuconnect": `file:${tarball}` },
    devDependencies: pick(DEV_DEPENDENCIES),
  }
  write("package.json", JSON.stringify(manifest))
  write("tsconfig.json", JSON.stringify(TSCONFIG))
  write("medusa-config.ts", readmeBlock("medusa-config"))
  write(
    ".env",
    readmeBlock("env").replace(/^(\w+)=.*…$/gm, (_, name: string) => filledIn(name)),
  )
  const install = ["npm", "install", "--prefer-offline", "--no-audit", "--no-fund"]
  await run(install, { cwd: folder })
}

/** What the README leaves to the reader. */
function filledIn(name: string): string {
  const value = VALUES[name]
  if (value === undefined) throw new Error(`The README's .env leaves ${name} open.`)
  return `${name}=${value}`
}

/** The versions that this repository itself uses. */
function pick(names: string[]): Record<string, string> {
  const file = path.join(REPOSITORY, "package.json")
  const { devDependencies } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")))
  return Object.fromEntries(names.map((name) => [name, devDependencies[name] ?? "latest"]))
}
