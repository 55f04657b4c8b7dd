import type { Shop } from "../support/shop"
import { askForSession, fillCart, openCollection, PROVIDER } from "../support/shopper"
import { countStatements } from "../support/statements"
import { SYSTEM } from "./payments"

/** How many statements more a start sends than one of the core's own provider. */
export async function compareStatements(shop: Shop): Promise<number> {
  const count = async (provider: string) => {
    const collection = await openCollection(shop, await fillCart(shop))
    return await countStatements(shop.db, () => askForSession(shop, collection, { provider }))
  }
  await count(PROVIDER)
  const ours = await count(PROVIDER)
  return ours - (await count(SYSTEM))
}
