import { createHash } from "node:crypto"
import { z } from "zod"

import { answers } from "../../demo/src/answers"
import { PAGE_SETTINGS } from "../../src/modules/secuconnect/settings/page-settings"
import { leaveStore, takeStore } from "./idle-stores"
import { killLeftOver } from "./left-overs"
import { sharedDatabaseServer } from "./shared-database-server"
import type { SandboxWish } from "./sandbox-control"
import { newPlace, prepareShop, startShop, type Shop, type ShopOptions } from "./shop"

type Wish = Pick<ShopOptions, "options" | "clock" | "sandbox" | "env">

/** A shop whose store goes on running for others. */
export type SharedShop = Shop & { pid(): number }

/**
 * A shop for tests that only use its store: one test file after the other uses the same process,
 * which takes ten seconds to start. Each finds a new copy of the prepared database, a sandbox
 * without a memory and an empty log. Options that the settings page may hold are stored as that page
 * does, so that one process serves them all. A store remembers the methods of its contract for five
 * minutes: one whose tests have changed what the contract offers is not used again.
 *
 * @throws Error with the end of the store's log when the store does not come up
 */
export async function sharedShop(wish: Wish = {}): Promise<SharedShop> {
  return (await useIdleStore(wish)) ?? (await newSharedShop(wish))
}

const PAGE: ReadonlySet<string> = new Set(PAGE_SETTINGS)

/** What the store is started with, and what its settings page can store while it runs. */
function split({ options = {} }: Wish) {
  const entries = Object.entries(options)
  return {
    configured: Object.fromEntries(entries.filter(([name]) => !PAGE.has(name))),
    stored: Object.fromEntries(entries.filter(([name]) => PAGE.has(name))),
  }
}

/** Stores of one kind are started with the same options in the same environment. */
function kindOf(wish: Wish): string {
  const env = Object.entries(wish.env ?? {}).map(([name, value]) => [name, value ?? null])
  const kind = JSON.stringify([split(wish).configured, env])
  return createHash("sha256").update(kind).digest("hex").slice(0, 16)
}

/** A shop whose store nobody has used yet: what it remembers is the tests' matter. Others use it later. */
export async function newSharedShop(wish: Wish = {}): Promise<SharedShop> {
  const place = await newPlace()
  const options = split(wish).configured
  const shop = await startShop({ ...wish, options, place, outlives: true })
  await storeSettings(shop, wish)
  return lend(shop, wish, { ...place, pid: shop.pid() ?? 0 })
}

/** The store keeps settings for three seconds, but reads them at once after some were stored. */
async function storeSettings({ admin, db }: Shop, wish: Wish): Promise<void> {
  const path = "/admin/secuconnect/settings"
  const store = (values: Record<string, unknown>) =>
    admin.ok(z.unknown(), path, { body: { revision: 0, values } })
  await store({ language: "de" })
  await db.run("DELETE FROM secuconnect_settings_revision")
  await store(split(wish).stored)
}

async function useIdleStore(wish: Wish): Promise<SharedShop | undefined> {
  const { folder } = sharedDatabaseServer()
  const idle = takeStore(folder, kindOf(wish))
  if (!idle) return undefined
  let shop: Shop | undefined
  try {
    // Fails where somebody else has got the port of its sandbox meanwhile.
    shop = await prepareShop({ ...wish, place: idle })
    await meetAgain(shop)
    await storeSettings(shop, wish)
    return lend(shop, wish, idle)
  } catch (error) {
    process.stderr.write(`An idle store is of no use any more: ${String(error)}\n`)
    killLeftOver(folder, idle.pid)
    await shop?.stop()
    return undefined
  }
}

const checksReply = z.object({ checks: z.array(z.object({})) })

/** The store finds its new database and sandbox: it asks both, and gets another token from the latter. */
async function meetAgain({ admin, sandbox }: Shop): Promise<void> {
  await admin.ok(checksReply, "/admin/secuconnect/connection-test", { method: "POST", body: {} })
  await sandbox.forgetRequests()
}

function lend(shop: Shop, wish: Wish, store: Parameters<typeof leaveStore>[2]): SharedShop {
  const { folder } = sharedDatabaseServer()
  const begin = shop.log().length
  let knowsAnotherContract = false
  const set = async (change: SandboxWish) => {
    knowsAnotherContract ||= change.methods !== undefined || change.demo !== undefined
    await shop.sandbox.set(change)
  }
  return {
    ...shop,
    sandbox: { ...shop.sandbox, set },
    log: () => shop.log().slice(begin),
    pid: () => store.pid,
    async stop() {
      const isUsable = !knowsAnotherContract && (await answers(`${shop.storeUrl}/health`))
      await shop.sandbox.calm()
      await shop.stop()
      if (isUsable) leaveStore(folder, kindOf(wish), store)
      else killLeftOver(folder, store.pid)
    },
  }
}
