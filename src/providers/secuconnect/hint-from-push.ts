import { pushedPaymentIds } from "../../mapping/status/push"
import type { ProviderDeps } from "./deps"

/** Makes the checkouts of pushed payments due, so that the schedule checks them next. */
export async function hintFromPush({ ledger }: ProviderDeps, body: unknown): Promise<void> {
  const ids = pushedPaymentIds(body)
  if (ids.length === 0) return
  const known = await ledger.listCheckouts({ payment_ids: { $overlap: ids } }, { select: ["id"] })
  if (known.length === 0) return
  const due_at = await ledger.now()
  await ledger.updateCheckouts(known.map(({ id }) => ({ id, due_at })))
}
