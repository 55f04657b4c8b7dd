import { decide } from "../../mapping/decide/decide"
import type { Deps } from "../deps"
import { moveToHeir } from "./move-to-heir"
import { readCheckoutState } from "./read-checkout-state"
import { readMedusa } from "./read-medusa"
import type { Task } from "./task"

/** Whether the same is decided once more, now that a lock is held: what was read before it may be over. */
export async function isStillDecided(
  deps: Deps,
  { checkout: { id }, decision }: Pick<Task, "checkout" | "decision">,
): Promise<boolean> {
  const row = await moveToHeir(deps, await deps.ledger.retrieveCheckout(id))
  const [settings, medusa] = await Promise.all([deps.ledger.getSettings(), readMedusa(deps, row)])
  const again = decide(await readCheckoutState(deps, row, { settings, medusa }), medusa)
  return again.act === decision.act
}
