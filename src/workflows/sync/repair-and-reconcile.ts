import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { concludeLostRequests } from "../repair/conclude-lost-requests"
import { removeDanglingEntries } from "../repair/repair-bookings"
import { causeOf } from "../../mapping/words/errors"
import { withOrderMoneyLock } from "../locks"
import { hasOddTransactions, repairTransactions } from "../repair/repair-transactions"
import { publishEvents } from "../events/publish-events"
import { reconcile } from "./reconcile"

export interface ReconcileInput {
  checkout_id: string
  source: EventSource
}

/** Sources behind which a shopper waits: repairs, needed only after a crash, are left to the others. */
const SHOPPERS: ReadonlySet<EventSource> = new Set(["return", "poll"])

/** A merchant may be refunding just now. What is not repaired because of that is checked again soon. */
async function repairOrder(deps: Deps, checkout: CheckoutRow): Promise<void> {
  const { order_id } = checkout
  if (!order_id || !(await hasOddTransactions(deps, checkout))) return
  try {
    await withOrderMoneyLock(deps, { order_id, payment_id: null }, () =>
      repairTransactions(deps, checkout),
    )
  } catch (error) {
    deps.logger.warn(`secuconnect: ${checkout.reference}: not repaired yet: ${causeOf(error)}`)
    await deps.ledger.writeCheckout({ id: checkout.id, due_at: await deps.ledger.now() })
  }
}

/**
 * Repairs what a crash has left behind, brings Medusa to where secuconnect is, see `reconcile`, repairs
 * the order's transactions, and publishes the events.
 */
export async function repairAndReconcile(
  deps: Deps,
  { checkout_id, source }: ReconcileInput,
): Promise<CheckoutRow> {
  const repairs = !SHOPPERS.has(source)
  if (repairs) {
    const checkout = await deps.ledger.retrieveCheckout(checkout_id)
    await concludeLostRequests(deps, checkout, source)
    await removeDanglingEntries(deps, checkout)
  }
  const reconciled = await reconcile(deps, checkout_id, source)
  if (repairs) await repairOrder(deps, reconciled)
  await publishEvents(deps, { checkout_id })
  return reconciled
}
