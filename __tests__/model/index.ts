import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"

import { startDatabaseServer } from "../support/database-server"
import { startShop, type Shop } from "../support/shop"
import { modelShop, playSeeds, shrink, type Broken } from "./play-seeds"

const text = { type: "string" } as const
const flag = { type: "boolean" } as const
const { values } = parseArgs({
  options: {
    runs: text,
    minutes: text,
    seed: text,
    steps: text,
    capture: text,
    shrink: text,
    tell: flag,
    exact: flag,
    "order-first": flag,
  },
})

/** `npm run model -- --runs N --minutes N --seed S --steps N --capture manual --shrink MINUTES --tell --exact --order-first` */
const wish = {
  runs: Number(values.runs ?? 200),
  minutes: Number(values.minutes ?? 1_000_000),
  seed: Number(values.seed ?? randomInt(1_000_000)),
  steps: Number(values.steps ?? 30),
  exact: values.exact ?? false,
  orderFirst: values["order-first"] ?? false,
  tell: (story: string) => {
    if (values.tell || story.startsWith("WRONG")) console.log(story)
  },
}
const capture = values.capture === "manual" ? "manual" : "automatic"
const shrinkMinutes = Number(values.shrink ?? 5)

async function shrinkEach(shop: Shop, broken: readonly Broken[]): Promise<void> {
  const byLaw = new Map(broken.map((failure) => [failure.law, failure]))
  for (const { law, seed } of byLaw.values()) {
    const shortest = await shrink(shop, { ...wish, seed, minutes: shrinkMinutes })
    console.log(`Shortest for "${law}", seed ${seed}: ${shortest}`)
  }
}

async function main(): Promise<void> {
  const server = await startDatabaseServer()
  try {
    const shop = await startShop({ ...modelShop(capture), server })
    try {
      const started = Date.now()
      const { sequences, broken } = await playSeeds(shop, wish)
      const seconds = Math.round((Date.now() - started) / 1_000)
      console.log(
        `${sequences} sequences of ${wish.exact ? "" : "up to "}${wish.steps} steps from seed ${wish.seed}, capture ${capture}, in ${seconds} s: ${broken.length} broke a law.`,
      )
      if (shrinkMinutes > 0) await shrinkEach(shop, broken)
      process.exitCode = broken.length === 0 ? 0 : 1
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
