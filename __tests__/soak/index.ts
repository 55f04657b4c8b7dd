import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"

import { startDatabaseServer, type DatabaseServer } from "../support/database-server"
import { prepareShop, type ShopOptions } from "../support/shop"
import { keepEvidence } from "./evidence"
import { describeSoak, isClean } from "./report"
import { soak, soakOptions, type SoakWish } from "./soak"
import { openTown, type Town } from "./deployment"

const number = { type: "string" } as const

const { values } = parseArgs({
  options: {
    minutes: number,
    seed: number,
    checkouts: number,
    crowd: number,
    servers: { type: "boolean" },
  },
})

/** `npm run soak -- --minutes N --seed S --checkouts N --crowd N [--servers]` */
const wish: SoakWish = {
  minutes: Number(values.minutes ?? 5),
  seed: Number(values.seed ?? randomInt(1_000_000)),
  checkouts: Number(values.checkouts ?? 1_000_000),
  crowd: Number(values.crowd ?? 4),
  tokens: "expire",
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

async function main(): Promise<void> {
  console.log(`Seed ${wish.seed}`)
  const server = await startDatabaseServer()
  try {
    const { shop, stop } = await openShop(server)
    process.exitCode = (await isSoakClean(shop).finally(stop)) ? 0 : 1
  } finally {
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
