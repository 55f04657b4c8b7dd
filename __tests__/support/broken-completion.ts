import { setTimeout as sleep } from "node:timers/promises"

import { orderIdsOf } from "./books"
import type { OwnShop, Shop } from "./shop"
import { completeCart } from "./shopper"
import { until } from "./until"
import { createGates, type Fate, type GateSpec, type WriteGate } from "./write-gates"

/*
 * The core makes the order, and then does several things at once. When one of them fails (no stock left)
 * while another one ends at the moment in which it writes the failure down, it throws an error of its own
 * and undoes nothing: the order stays, unreserved and unpaid, and the cart stays locked.
 */

/** The core's tries to write its state down while it is being written are over. */
const TRIES_MS = 5_000

const FAILURE: GateSpec = {
  table: "workflow_execution",
  on: "UPDATE",
  when: "NEW.workflow_id = 'complete-cart' AND NEW.state = 'waiting_to_compensate'",
}

/** What the core does while the article turns out to be sold out. */
export const BESIDE = {
  "the cart is marked as completed": {
    table: "cart",
    on: "UPDATE",
    when: "NEW.completed_at IS NOT NULL AND OLD.completed_at IS NULL",
  },
  "the order is linked": { table: "order_cart", on: "INSERT" },
} as const satisfies Record<string, GateSpec>

async function closeTwo(shop: Shop, specs: [GateSpec, GateSpec]): Promise<[WriteGate, WriteGate]> {
  const [one, other] = await createGates(shop.db, specs)
  if (!one || !other) throw new Error("There is no gate.")
  await one.close()
  await other.close()
  return [one, other]
}

/** What fails is held while what is done beside it ends. Its article is sold out. */
export async function breakOff<Result>(
  shop: Shop,
  beside: GateSpec,
  work: () => Promise<Result>,
): Promise<Result> {
  const [failure, other] = await closeTwo(shop, [FAILURE, beside])
  const done = work()
  await other.somebodyWaits()
  await failure.somebodyWaits()
  await other.open("written")
  await sleep(TRIES_MS)
  await failure.open("written")
  return await done
}

/**
 * The storefront completes the cart. What fails is held, so that the core may break the completion off, or
 * go on and take the order back: the store dies either way, with the order still there.
 */
export async function dieWhileCompleting(
  shop: OwnShop,
  { cartId }: { cartId: string },
  fate: Fate,
): Promise<void> {
  const [failure, deletion] = await closeTwo(shop, [FAILURE, { table: "order_cart", on: "UPDATE" }])
  const answered = completeCart(shop, cartId).catch(() => null)
  await failure.somebodyWaits()
  await until("the order's link", async () => (await orderIdsOf(shop, cartId))[0])
  if (fate === "written") {
    await failure.open("written")
    await Promise.race([deletion.somebodyWaits().catch(() => null), answered])
  }
  await shop.kill()
  if (fate === "lost") await failure.open("lost")
  await deletion.open("lost")
  await answered
}
