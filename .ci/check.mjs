// `npm run check`: every `npm run check:…` of package.json, two at a time, the longest first. What a
// check has written is shown when it is done; the exit code is 0 only if all went well. Types and lint
// are checked one by one, which goes quickly the second time, or in CI as one.
import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"

const AT_ONCE = 2
const APART = ["check:lint", "check:types"]
const AS_ONE = ["check:code"]
const [LONGEST, LEFT_OUT] = process.env.CI === "true" ? [AS_ONE, APART] : [APART, AS_ONE]

const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
const others = Object.keys(scripts).filter(
  (name) => /^check:/.test(name) && ![...LONGEST, ...LEFT_OUT].includes(name),
)
const waiting = [...LONGEST, ...others]
const failed = []

async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const begin = Date.now()
    const { code, output } = await run(name)
    if (code !== 0) failed.push(name)
    const seconds = ((Date.now() - begin) / 1000).toFixed(0)
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`)
    if (code !== 0) console.log(output)
  }
}

function run(name) {
  const child = spawn("npm", ["run", "--silent", name], { stdio: ["ignore", "pipe", "pipe"] })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (output += text))
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, output: error.message }))
    child.once("close", (code) => resolve({ code, output }))
  })
}

await Promise.all(Array.from({ length: AT_ONCE }, work))
process.exitCode = failed.length === 0 ? 0 : 1
