import type { CheckoutStatus } from "./status"

const DAY_MS = 24 * 60 * 60_000

/** The ledger's row before a reading. */
interface Before {
  status: CheckoutStatus | null
  unclear_since: Date | null
}

/** What was read: a word that nobody knows, and no payment that is alive. */
interface Found {
  status: CheckoutStatus
  unclear: boolean
}

/**
 * Whether a Smart Transaction is over whose status nobody knows ("aborted", "expired") and that has no
 * payment which is alive: after a day, and then for good. Money that comes all the same is read as
 * money.
 *
 * @param since when its status was seen to be unknown; null when it was not
 */
export function isLeftUnknown(
  before: Before,
  { status, unclear }: Found,
  { since, at }: { since: Date | null; at: Date },
): boolean {
  if (status !== "unknown" || unclear) return false
  if (before.status === "cancelled") return true
  if (before.status !== "unknown" || before.unclear_since !== null || since === null) return false
  return at.getTime() - since.getTime() >= DAY_MS
}
