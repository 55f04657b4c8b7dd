// `npm test`: runs jest with the given arguments and ends with one plain line of numbers.
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"

const folder = mkdtempSync(path.join(os.tmpdir(), "secuconnect-tests-"))
const report = path.join(folder, "report.json")
const jest = createRequire(import.meta.url).resolve("jest/bin/jest")

// Some packages are ESM only: without the flag jest cannot import them.
const child = spawn(
  process.execPath,
  ["--experimental-vm-modules", jest, "--json", "--outputFile", report, ...process.argv.slice(2)],
  { stdio: ["inherit", "ignore", "inherit"] },
)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal))
}

child.on("close", (code, signal) => {
  console.log(summary())
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = signal ? 1 : code
})

function summary() {
  try {
    const result = JSON.parse(readFileSync(report, "utf8"))
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
    const skipped = result.numPendingTests + result.numTodoTests
    return `${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`
  } catch {
    return "0 passed, 1 failed, 0 skipped"
  }
}
