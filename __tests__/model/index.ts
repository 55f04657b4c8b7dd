import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"
import fc from "fast-check"

import { startDatabaseServer } from "../support/database-server"
import { startShop, type Shop } from "../support/shop"
import { describeMove, playOut, sequences } from "./plays"
import { Violation } from "./violation"

const text = { type: "string" } as const
const { values } = parseArgs({
  options: {
    runs: text,
    minutes: text,
    seed: text,
    steps: text,
    capture: text,
    shrink: text,
    tell: { type: "boolean" },
  },
})

/** `npm run model -- --runs N --minutes N --seed S --steps N --capture manual --shrink MINUTES --tell` */
const wish = {
  runs: Number(values.runs ?? 200),
  minutes: Number(values.minutes ?? 1_000_000),
  seed: Number(values.seed ?? randomInt(1_000_000)),
  steps: Number(values.steps ?? 30),
  capture: values.capture === "manual" ? "manual" : "automatic",
  shrinkMinutes: Number(values.shrink ?? 5),
  /** Whether the story of every sequence is printed, not only of those that break a law. */
  tells: values.tell === true,
}

interface Found {
  seed: number
  law: string
  message: string
  story: string[]
}

/** One sequence a seed, so that each can be played again by its own number. */
async function playSeed(shop: Shop, seed: number): Promise<Found | undefined> {
  const [moves = []] = fc.sample(sequences(wish.steps), { seed, numRuns: 1 })
  const story: string[] = []
  try {
    await playOut(shop, moves, (line) => story.push(line))
    if (wish.tells) console.log([`holds  seed ${seed}`, ...story].join("\n    "))
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const law = error instanceof Violation ? (message.split(":")[0] ?? "?") : "broke off"
    return { seed, law, message, story }
  }
}

/** The shortest list of steps that still breaks a law, as far as time allows. */
async function shrink(shop: Shop, seed: number): Promise<string> {
  const property = fc.asyncProperty(sequences(wish.steps), (moves) => playOut(shop, moves))
  const result = await fc.check(property, {
    seed,
    numRuns: 1,
    unbiased: true,
    interruptAfterTimeLimit: wish.shrinkMinutes * 60_000,
  })
  const [moves = []] = result.counterexample ?? []
  return [...moves.map(describeMove), String(result.errorInstance)].join("\n    ")
}

async function playAll(shop: Shop): Promise<Found[]> {
  const end = Date.now() + wish.minutes * 60_000
  const found: Found[] = []
  let nth = 0
  for (; nth < wish.runs && Date.now() < end; nth += 1) {
    const failure = await playSeed(shop, wish.seed + nth)
    if (!failure) continue
    found.push(failure)
    console.log(
      [`WRONG  seed ${failure.seed}: ${failure.message}`, ...failure.story].join("\n    "),
    )
  }
  console.log(`${nth} sequences of up to ${wish.steps} steps from seed ${wish.seed}.`)
  return found
}

async function main(): Promise<void> {
  const server = await startDatabaseServer()
  const started = Date.now()
  try {
    const options = { capture: wish.capture, timeoutMs: 3_000 }
    const shop = await startShop({ server, clock: "stands", options, sandbox: { pushes: false } })
    try {
      const found = await playAll(shop)
      const byLaw = new Map(found.map((failure) => [failure.law, failure]))
      for (const { law, seed } of byLaw.values()) {
        if (wish.shrinkMinutes === 0) continue
        console.log(`Shortest for "${law}", seed ${seed}:\n    ${await shrink(shop, seed)}`)
      }
      const seconds = Math.round((Date.now() - started) / 1_000)
      console.log(`${found.length} violations of ${byLaw.size} laws in ${seconds} s.`)
      process.exitCode = found.length === 0 ? 0 : 1
    } finally {
      await shop.stop()
    }
  } finally {
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
