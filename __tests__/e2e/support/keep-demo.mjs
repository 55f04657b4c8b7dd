// Runs `npm run demo` for as long as this program's input stays open, so that the demo ends in
// order even when the tests that started it are killed.
import { spawn } from "node:child_process"

const demo = spawn("npm", ["run", "demo"], { stdio: ["ignore", "inherit", "inherit"] })
demo.on("close", (code) => process.exit(code ?? 1))

process.stdin.resume().on("close", () => demo.kill("SIGTERM"))
