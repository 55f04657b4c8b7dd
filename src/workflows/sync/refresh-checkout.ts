import type { EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** Who asks, since when it is wanted and until when it may take (ms since 1970). */
export interface RefreshInput {
  checkout_id: string
  source: EventSource
  asked_at: number
  deadline: number
}

/**
 * Reads the Smart Transaction and its payments and writes the finding to the ledger. What another
 * sync has read while this one waited for the lock is as good.
 *
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function refreshCheckout(
  { ledger }: Pick<Deps, "ledger">,
  { checkout_id, source, asked_at, deadline }: RefreshInput,
): Promise<void> {
  const checkout = await ledger.retrieveCheckout(checkout_id)
  if (checkout.checked_at && checkout.checked_at.getTime() > asked_at) return
  const signal = AbortSignal.timeout(Math.max(deadline - Date.now(), 1))
  await ledger.refresh(checkout, source, signal)
}
