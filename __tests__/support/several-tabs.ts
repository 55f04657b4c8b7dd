import { z } from "zod"

import { captured, readBooks } from "./books"
import { rowOf } from "./ledger"
import type { Shop } from "./shop"
import { fillCart, openCollection, startPaymentOf } from "./shopper"
import { until } from "./until"

/** A session whose page is open. */
export interface Tab {
  sessionId: string
  stx: string
}

export interface Several {
  cartId: string
  collectionId: string
  /** Sessions of ours that live, the oldest first. */
  tabs: Tab[]
}

/** What the prepared cart costs. */
const AMOUNT = 31.9

const session = z.object({
  id: z.string(),
  status: z.string(),
  provider_id: z.string(),
  stx: z.string().nullable(),
})

/** Those that live, the oldest first. */
export const sessionsOfCollection = (shop: Shop, collectionId: string) =>
  shop.db.rows(
    session,
    `SELECT id, status, provider_id, data->>'stx_id' AS stx FROM payment_session
      WHERE payment_collection_id = $1 AND deleted_at IS NULL ORDER BY id`,
    [collectionId],
  )

/**
 * Sessions that live beside each other, as starts at once leave them on servers that share no locks: of
 * each that is started, Medusa cannot see those before.
 */
export async function startTabs(shop: Shop, count: number): Promise<Several> {
  const cartId = await fillCart(shop)
  const collectionId = await openCollection(shop, cartId)
  const hide = (at: string) =>
    shop.db.rows(
      z.unknown(),
      `UPDATE payment_session SET deleted_at = ${at} WHERE payment_collection_id = $1`,
      [collectionId],
    )
  for (let nth = 0; nth < count; nth += 1) {
    await hide("now()")
    await startPaymentOf(shop, collectionId)
  }
  await hide("NULL")
  const tabs = (await sessionsOfCollection(shop, collectionId)).flatMap(({ id, stx }) =>
    stx ? [{ sessionId: id, stx }] : [],
  )
  return { cartId, collectionId, tabs }
}

export function tabOf({ tabs }: Several, nth: number): Tab {
  const tab = tabs[nth]
  if (!tab) throw new Error(`There is no tab ${String(nth)}.`)
  return tab
}

export const isTabClosed = async (shop: Shop, { stx }: Tab) =>
  (await shop.sandbox.read(stx)).status === "cancelled" ? true : undefined

/** One order, paid by this tab; nobody can pay in another one any more. */
export async function expectOrderOfTab(shop: Shop, several: Several, paid: Tab): Promise<void> {
  expect(await readBooks(shop, several.cartId)).toEqual(captured(AMOUNT))
  const sessions = await sessionsOfCollection(shop, several.collectionId)
  expect(sessions.map(({ stx }) => stx)).toEqual([paid.stx])
  expect(await rowOf(shop, paid)).toMatchObject({ attention: null })
  for (const other of several.tabs.filter(({ stx }) => stx !== paid.stx)) {
    await until("the cancellation of the other one", () => isTabClosed(shop, other))
    expect(await rowOf(shop, other)).toMatchObject({ attention: null })
  }
}
