// `npm run proof [-- --minutes N --seed N]`: what `npm test` tries for a minute, for as long as it
// takes to be believed. Ends with a report, one line per proof; the exit code is 0 if all hold.
import { spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"

const number = { type: "string" }
const { values } = parseArgs({ options: { minutes: number, seed: number } })
const minutes = String(values.minutes ?? 30)
const seed = String(values.seed ?? randomInt(1_000_000))

const RUNS = { PROPERTY_RUNS: "100000" }
const REFUND_RUNS = { PROPERTY_RUNS: "2000" }
const tests = (...files) => ["node", "__tests__/run.mjs", "--testPathPatterns", ...files]
const soak = (...more) => [
  "npm",
  "run",
  "soak",
  "--",
  "--minutes",
  minutes,
  "--seed",
  seed,
  ...more,
]

const model = (capture, runs, ...more) => [
  "npm",
  "run",
  "model",
  "--",
  "--runs",
  runs,
  "--seed",
  seed,
  "--capture",
  capture,
  ...more,
]

const PROOFS = [
  ["the baskets of 100,000 carts", tests("unit/mapping/request/basket/properties"), RUNS],
  ["2,000 histories of refunds", tests("unit/providers/refund-properties"), REFUND_RUNS],
  ["every point at which a store can die", tests("integration/crash", "integration/restart")],
  ["every fault of secuconnect, every step of the money", tests("fault-matrix", "money-table")],
  [
    "every real cart, every broken-off refund, every tab",
    tests("real-carts", "twin-orders", "one-of-several"),
  ],
  ["100,000 payments on the clock", tests("integration/schedule-load")],
  [`1,000 orders that anything happens to, from seed ${seed}`, model("automatic", "1000")],
  [`and as many with captures by hand, from seed ${seed}`, model("manual", "1000")],
  [
    `500 that are placed before they are paid, from seed ${seed}`,
    model("automatic", "500", "--order-first"),
  ],
  [`${minutes} minutes with one store, seed ${seed}`, soak()],
  [`${minutes} minutes with two stores and a worker, seed ${seed}`, soak("--servers")],
]

const report = []
for (const [what, [command, ...args], env = {}] of PROOFS) {
  console.log(`\n== ${what}`)
  const begin = Date.now()
  const holds = (await run(command, args, env)) === 0
  const seconds = ((Date.now() - begin) / 1000).toFixed(0)
  report.push({ holds, line: `${holds ? "holds " : "FAILED"} ${seconds.padStart(6)} s  ${what}` })
}
console.log(["", ...report.map(({ line }) => line)].join("\n"))
process.exitCode = report.every(({ holds }) => holds) ? 0 : 1

function run(command, args, env) {
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, PROOF: "whole", ...env },
  })
  return new Promise((resolve) => {
    child.once("error", () => resolve(1))
    child.once("close", resolve)
  })
}
