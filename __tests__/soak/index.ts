import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"

import { startDatabaseServer, type DatabaseServer } from "../support/database-server"
import { prepareShop, startShop, type ShopOptions } from "../support/shop"
import { keepEvidence } from "./evidence"
import { describeSoak, isClean } from "./report"
import { soak, soakOptions, type SoakWish } from "./soak"
import { describeBroken, modelShop, playSeeds } from "../model/play-seeds"
import { openTown, type Town } from "./deployment"

const number = { type: "string" } as const

const { values } = parseArgs({
  options: {
    minutes: number,
    seed: number,
    checkouts: number,
    crowd: number,
    servers: { type: "boolean" },
    odd: number,
  },
})

/** `npm run soak -- --minutes N --seed S --checkouts N --crowd N --odd SHARE [--servers]` */
const wish: SoakWish = {
  minutes: Number(values.minutes ?? 5),
  seed: Number(values.seed ?? randomInt(1_000_000)),
  checkouts: Number(values.checkouts ?? 1_000_000),
  crowd: Number(values.crowd ?? 4),
  colleagues: true,
  tokens: "expire",
  odd: Number(values.odd ?? 0.05),
  tell: (progress) => console.error(`${new Date().toISOString()}  ${progress}`),
}

/** One store, or with `--servers` two and a worker, which needs Redis. */
async function openShop(server: DatabaseServer): Promise<Pick<Town, "shop" | "stop">> {
  const sandbox = { pushBackoffMs: [500, 1_000, 3_000] }
  const options: ShopOptions = { server, options: soakOptions(wish.seed), sandbox }
  if (values.servers) return await openTown(wish.seed, options)
  const shop = await prepareShop(options)
  await shop.process.start()
  return { shop, stop: () => shop.stop() }
}

async function isSoakClean(shop: Town["shop"]): Promise<boolean> {
  try {
    const report = await soak(shop, shop.command.env, wish)
    console.log(describeSoak(report))
    if (isClean(report)) return true
  } catch (error) {
    console.error(error)
  }
  console.error(`What it leaves behind is kept in ${await keepEvidence(shop)}`)
  return false
}

/** Five minutes of orders that anything happens to, each as odd as it likes. */
async function areOrdersRight(server: DatabaseServer): Promise<boolean> {
  const capture = wish.seed % 2 === 0 ? "manual" : "automatic"
  const shop = await startShop({ ...modelShop(capture), server })
  const minutes = Math.min(5, wish.minutes)
  const all = { seed: wish.seed, runs: Infinity, minutes, steps: 30 }
  const { sequences, broken } = await playSeeds(shop, all).finally(() => shop.stop())
  console.log([`${sequences} orders, step by step.`, ...broken.map(describeBroken)].join("\n"))
  return broken.length === 0
}

async function main(): Promise<void> {
  console.log(`Seed ${wish.seed}`)
  const server = await startDatabaseServer()
  try {
    const { shop, stop } = await openShop(server)
    const isClean = await isSoakClean(shop).finally(stop)
    const isRight = await areOrdersRight(server)
    process.exitCode = isClean && isRight ? 0 : 1
  } finally {
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
