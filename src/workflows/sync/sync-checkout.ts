import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { syncCheckoutWorkflow } from "./workflow"

/** For one whole sync, waiting for the lock included: secuconnect gives a push up after 30 s. */
const DEADLINE_MS = 20_000
/** Never the limit: the deadline ends the waiting first. */
const LOCK_TIMEOUT_S = 25

/** The sync took longer than its deadline; what is running goes on and is found by the next one. */
class SyncDeadlineError extends Error {
  override name = "SyncDeadlineError"
}

/**
 * Syncs one checkout, one at a time per checkout on all servers.
 *
 * Locks are always taken in the order checkout, then cart (which the core takes): never call this
 * while holding a cart's lock.
 *
 * @throws SecuconnectError, SyncDeadlineError, or the lock's or the database's own error
 */
export async function syncCheckout(
  container: MedusaContainer,
  target: { checkout_id: string; source: EventSource },
): Promise<CheckoutRow> {
  const asked_at = Date.now()
  const deadline = asked_at + DEADLINE_MS
  const locking = container.resolve(Modules.LOCKING)
  const work = locking.execute(
    `secuconnect:checkout:${target.checkout_id}`,
    async () => {
      if (Date.now() >= deadline) throw new SyncDeadlineError()
      const input = { ...target, asked_at, deadline }
      return (await syncCheckoutWorkflow(container).run({ input })).result
    },
    { timeout: LOCK_TIMEOUT_S },
  )
  return await withDeadline(work, deadline)
}

async function withDeadline<T>(work: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SyncDeadlineError()), deadline - Date.now())
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
