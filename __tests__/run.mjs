// `npm test`: runs jest with the given arguments, which tells of each test file when it is done, and
// ends with a table of the files, longest first, and one plain line of numbers.
import { spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"

const args = process.argv.slice(2)
const picksFiles = args.some((arg) => !["--selectProjects", "unit"].includes(arg))

const folder = mkdtempSync(path.join(os.tmpdir(), "secuconnect-tests-"))
const report = path.join(folder, "report.json")
const jest = createRequire(import.meta.url).resolve("jest/bin/jest")

// Medusa's commands start a process that sends telemetry, also where it is disabled by the
// environment: only its configuration keeps it from that.
const config = path.join(folder, "config")
mkdirSync(path.join(config, "medusa"), { recursive: true })
const telemetry = { telemetry: { enabled: false } }
writeFileSync(path.join(config, "medusa", "config.json"), JSON.stringify(telemetry))

// Some packages are ESM only: without the flag jest cannot import them.
const child = spawn(
  process.execPath,
  ["--experimental-vm-modules", jest, "--json", "--outputFile", report, ...args],
  {
    stdio: ["inherit", "ignore", "inherit"],
    env: {
      ...process.env,
      XDG_CONFIG_HOME: config,
      ...(picksFiles ? {} : { UNIT_TESTS: "together" }),
    },
  },
)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal))
}

child.on("close", (code, signal) => {
  const result = readReport()
  if (result) console.log(table(result.testResults))
  console.log(summary(result))
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = signal ? 1 : code
})

function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"))
  } catch {
    return null
  }
}

function summary(result) {
  if (!result) return "0 passed, 1 failed, 0 skipped"
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  const skipped = result.numPendingTests + result.numTodoTests
  return `${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`
}

function table(files) {
  const rows = files.map(({ name, startTime, endTime, assertionResults }) => {
    const file = name.split("/__tests__/").at(-1)
    const seconds = (endTime - startTime) / 1000
    const kind = file.split("/")[0].replace("together", "unit")
    return { file, kind, seconds, tests: assertionResults.length }
  })
  const line = ({ file, seconds, tests }) =>
    `${seconds.toFixed(1).padStart(7)} s ${String(tests).padStart(5)} tests  ${file}`
  const sum = (kind) => {
    const those = rows.filter((row) => row.kind === kind)
    const add = (what) => those.reduce((total, row) => total + row[what], 0)
    return { file: `${kind}: ${those.length} files`, seconds: add("seconds"), tests: add("tests") }
  }
  const longest = rows.toSorted((one, other) => other.seconds - one.seconds)
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
  return ["", ...longest.map(line), "", ...kinds.map(sum).map(line), ""].join("\n")
}
