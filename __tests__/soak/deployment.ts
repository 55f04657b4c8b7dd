import { createDice } from "./random"
import { sharedDatabaseServer } from "../support/shared-database-server"
import { prepareShop, type PreparedShop, type ShopOptions } from "../support/shop"
import { freePort } from "../support/free-port"
import { StoreProcess } from "../support/store-process"
import { startBalancer, type Balancer } from "./balancer"
import { startRedis } from "./redis-server"

/** Two stores and a worker on one database and one Redis; one address for both stores. */
export interface Town {
  shop: PreparedShop
  balancer: Balancer
  /** Of all three processes. */
  logs(): string[]
  stop(): Promise<void>
}

export async function openTown(seed: number, options: ShopOptions): Promise<Town> {
  const { folder } = options.server ?? sharedDatabaseServer()
  const dice = createDice(seed)
  const redis = await startRedis(folder)
  const balancer = await startBalancer((limit) => dice.below(limit))
  const env = { REDIS_URL: redis.url, MEDUSA_WORKER_MODE: "server" }
  const shop = await prepareShop({ ...options, env, publicUrl: balancer.url })
  const second = await another(shop, "server")
  const worker = await another(shop, "worker")
  balancer.sendTo([shop.command.port, second.port])
  const processes = [shop.process, second.process, worker.process]
  const stop = async () => {
    await Promise.all([second.process.stop(), worker.process.stop()])
    await shop.stop()
    await balancer.close()
    await redis.stop()
  }
  try {
    for (const process of processes) await process.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { shop, balancer, logs: () => processes.map((process) => process.log()), stop }
}

async function another({ command }: PreparedShop, mode: "server" | "worker") {
  const port = await freePort()
  const logFile = command.logFile.replace(/\.log$/, `-${mode}-${port}.log`)
  const env = { ...command.env, MEDUSA_WORKER_MODE: mode }
  return { port, process: new StoreProcess({ ...command, port, logFile, env }) }
}
