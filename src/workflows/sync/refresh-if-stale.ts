import type { EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

const TOO_SOON = "SyncTooSoonError"

/** `asked_at` and `deadline` in ms since 1970: since when a refresh is wanted, when it must be over. */
export interface RefreshInput {
  checkout_id: string
  source: EventSource
  /** By the database's time: it is compared with what other servers have written. */
  asked_at: Date
  /** By this server's, ms since 1970. */
  deadline: number
}

/** secuconnect was asked for this checkout too often lately; the row is as it was. */
export class SyncTooSoonError extends Error {
  override name = TOO_SOON

  /** @param wait_s how many seconds it is too soon by */
  constructor(readonly wait_s: number) {
    super("asked too often")
  }
}

/** Whether it was too soon: a workflow hands errors on without their class. */
export function isTooSoon(error: unknown): boolean {
  return typeof error === "object" && error !== null && "name" in error && error.name === TOO_SOON
}

/**
 * Reads the Smart Transaction and its payments and writes the finding to the ledger, unless another sync
 * has done so since this one was asked for, while it waited for the lock.
 *
 * @throws SecuconnectError when secuconnect cannot be read, SyncTooSoonError when it was read too often
 */
export async function refreshIfStale(
  { ledger }: Pick<Deps, "ledger">,
  { checkout_id, source, asked_at, deadline }: RefreshInput,
): Promise<void> {
  const checkout = await ledger.retrieveCheckout(checkout_id)
  if (checkout.checked_at && checkout.checked_at > asked_at) return
  const wait_s = await ledger.turns.toRead(checkout_id, source)
  if (wait_s !== null) throw new SyncTooSoonError(wait_s)
  const signal = AbortSignal.timeout(Math.max(deadline - Date.now(), 1))
  await ledger.refresh(checkout, source, signal)
}
