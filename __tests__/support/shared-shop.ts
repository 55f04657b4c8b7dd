import { createHash } from "node:crypto"
import { z } from "zod"

import { answers } from "../../demo/src/answers"
import { leaveStore, takeStore } from "./idle-stores"
import { killLeftOver } from "./left-overs"
import { sharedDatabaseServer } from "./shared-database-server"
import { newPlace, prepareShop, startShop, type Shop, type ShopOptions } from "./shop"

type Wish = Pick<ShopOptions, "options" | "clock" | "sandbox">

/**
 * A shop for tests that only use its store: one test file after the other uses the same process,
 * which takes ten seconds to start. Each finds a new copy of the prepared database, a sandbox
 * without a memory and an empty log. The process itself remembers for a while what the plugin
 * remembers: the methods of the contract for five minutes, settings for three seconds. Tests that
 * change one of these start a shop of their own.
 *
 * @throws Error with the end of the store's log when the store does not come up
 */
export async function sharedShop(wish: Wish = {}): Promise<Shop> {
  return (await useIdleStore(wish)) ?? (await startLastingStore(wish))
}

/** Stores of one kind are started with the same options. */
const kindOf = ({ options = {} }: Wish) =>
  createHash("sha256").update(JSON.stringify(options)).digest("hex").slice(0, 16)

async function startLastingStore(wish: Wish): Promise<Shop> {
  const place = await newPlace()
  const shop = await startShop({ ...wish, place, outlives: true })
  return lend(shop, wish, { ...place, pid: shop.pid() ?? 0 })
}

async function useIdleStore(wish: Wish): Promise<Shop | undefined> {
  const { folder } = sharedDatabaseServer()
  const idle = takeStore(folder, kindOf(wish))
  if (!idle) return undefined
  const shop = await prepareShop({ ...wish, place: idle })
  try {
    await meetAgain(shop)
    return lend(shop, wish, idle)
  } catch (error) {
    process.stderr.write(`An idle store is of no use any more: ${String(error)}\n`)
    killLeftOver(folder, idle.pid)
    await shop.stop()
    return undefined
  }
}

const checksReply = z.object({ checks: z.array(z.object({})) })

/** The store finds its new database and sandbox: it asks both, and gets another token from the latter. */
async function meetAgain({ admin, sandbox }: Shop): Promise<void> {
  await admin.ok(checksReply, "/admin/secuconnect/connection-test", { method: "POST", body: {} })
  await sandbox.forgetRequests()
}

function lend(shop: Shop, wish: Wish, store: Parameters<typeof leaveStore>[2]): Shop {
  const { folder } = sharedDatabaseServer()
  const begin = shop.log().length
  return {
    ...shop,
    log: () => shop.log().slice(begin),
    async stop() {
      const isUsable = await answers(`${shop.storeUrl}/health`)
      await shop.sandbox.calm()
      await shop.stop()
      if (isUsable) leaveStore(folder, kindOf(wish), store)
      else killLeftOver(folder, store.pid)
    },
  }
}
