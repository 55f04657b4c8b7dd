// `npm run matrix [-- --node 20,22,24 --medusa 2.21.0,2.21.2 --only PATTERN]`: `npm install` and
// `npm test` in a clean clone for each pair, one after the other. Node comes from npm's package `node`.
// Prints a table for the README as it goes; the exit code is 0 if all pass.
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"

const text = { type: "string" }
const { values } = parseArgs({ options: { node: text, medusa: text, only: text } })
const split = (given, otherwise) => (given ?? otherwise).split(",").map((one) => one.trim())
const nodes = split(values.node, "20,22,24")
const medusas = split(values.medusa, "2.21.0,2.21.2")

const root = path.join(import.meta.dirname, "..")
const scratch = mkdtempSync(path.join(os.tmpdir(), "secuconnect-matrix-"))

/** @returns the folder of its binary */
function installNode(version) {
  const prefix = path.join(scratch, `node-${version}`)
  const wish = ["install", "--no-audit", "--no-fund", "--prefix", prefix, `node@${version}`]
  execFileSync("npm", wish, { stdio: ["ignore", "ignore", "inherit"] })
  return path.join(prefix, "node_modules", "node", "bin")
}

/** What one of Medusa's packages wants beside itself: `@medusajs/ui` counts its versions by itself. */
function peersOf(medusa) {
  const wish = ["view", `@medusajs/draft-order@${medusa}`, "peerDependencies", "--json"]
  return JSON.parse(execFileSync("npm", wish, { encoding: "utf8" }))
}

/** Medusa's packages are of one version; the lock file is that of another one. */
function cloneWith(medusa) {
  const folder = mkdtempSync(path.join(scratch, `medusa-${medusa}-`))
  execFileSync("git", ["clone", "-q", "--no-hardlinks", root, folder])
  const file = path.join(folder, "package.json")
  const manifest = JSON.parse(readFileSync(file, "utf8"))
  const current = manifest.devDependencies["@medusajs/medusa"]
  if (medusa === current) return folder
  const wanted = peersOf(medusa)
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    if (!name.startsWith("@medusajs/")) continue
    manifest.devDependencies[name] = version === current ? medusa : (wanted[name] ?? version)
  }
  writeFileSync(file, JSON.stringify(manifest, null, 2))
  rmSync(path.join(folder, "package-lock.json"))
  return folder
}

const SUMMARY = /^\d+ passed, \d+ failed, \d+ skipped$/m

function tryPair(bin, folder) {
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, CI: "true" }
  const run = (...command) =>
    spawnSync(command[0], command.slice(1), {
      ...{ cwd: folder, env, encoding: "utf8", maxBuffer: 1e9 },
      stdio: ["ignore", "pipe", "inherit"],
    })
  const installed = run("npm", "install", "--no-audit", "--no-fund")
  if (installed.status !== 0) {
    process.stderr.write(installed.stdout)
    return { passed: false, summary: "npm install failed" }
  }
  const only = values.only ? ["--", "--testPathPatterns", values.only] : []
  const tested = run("npm", "test", ...only)
  const summary = SUMMARY.exec(tested.stdout)?.[0] ?? "no summary"
  return { passed: tested.status === 0, summary }
}

let failed = 0
console.log("| Node | Medusa | tests |\n| ---- | ------ | ----- |")
try {
  for (const node of nodes) {
    const bin = installNode(node)
    const version = execFileSync(path.join(bin, "node"), ["--version"], { encoding: "utf8" }).trim()
    for (const medusa of medusas) {
      const folder = cloneWith(medusa)
      const { passed, summary } = tryPair(bin, folder)
      if (!passed) failed += 1
      console.log(`| ${version.slice(1)} | ${medusa} | ${summary} |`)
      rmSync(folder, { recursive: true, force: true })
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
