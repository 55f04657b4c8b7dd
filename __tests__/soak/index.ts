import { randomInt } from "node:crypto"
import { parseArgs } from "node:util"

import { startDatabaseServer } from "../support/database-server"
import { prepareShop } from "../support/shop"
import { describeSoak, isClean } from "./report"
import { soak, soakOptions, type SoakWish } from "./soak"

/** `npm run soak -- --minutes N --seed S --checkouts N --crowd N` */
function readWish(): SoakWish {
  const number = { type: "string" } as const
  const options = { minutes: number, seed: number, checkouts: number, crowd: number }
  const { values } = parseArgs({ options })
  return {
    minutes: Number(values.minutes ?? 5),
    seed: Number(values.seed ?? randomInt(1_000_000)),
    checkouts: Number(values.checkouts ?? 1_000_000),
    crowd: Number(values.crowd ?? 4),
    tokens: "expire",
  }
}

async function main(): Promise<void> {
  const wish = readWish()
  console.log(`Seed ${wish.seed}`)
  const server = await startDatabaseServer()
  const options = soakOptions(wish.seed)
  const shop = await prepareShop({
    server,
    options,
    sandbox: { pushBackoffMs: [500, 1_000, 3_000] },
  })
  try {
    await shop.process.start()
    const report = await soak(shop, shop.command.env, wish)
    console.log(describeSoak(report))
    process.exitCode = isClean(report) ? 0 : 1
  } finally {
    await shop.stop()
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
