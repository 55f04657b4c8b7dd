import type { MedusaContainer } from "@medusajs/framework/types"
import { notAllowed } from "../../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { syncCheckout } from "../sync/sync-checkout"

/** `complete`: place the order after all, for instance after restocking. */
export type OrphanResolution = "refund" | "keep" | "complete"

/** What says that money has no order. */
const ORPHANED: ReadonlySet<string | null> = new Set(["orphaned", "mismatch"])

/**
 * A person decides about money without an order. The decision is written down first; the sync
 * carries it out, and the clock repeats it until it is done.
 *
 * @throws MedusaError when there is no such money, or it could not be done now
 */
export async function resolveOrphan(
  container: MedusaContainer,
  { checkout_id, resolution }: { checkout_id: string; resolution: OrphanResolution },
): Promise<CheckoutRow> {
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const before = await syncCheckout(container, { checkout_id, source: "admin" })
  if (!ORPHANED.has(before.attention)) throw refusal("this payment needs no decision")
  const orphan_resolution = resolution === "complete" ? null : resolution
  await ledger.updateCheckouts({ id: checkout_id, orphan_resolution })
  await ledger.note(checkout_id, "admin", { finding: `orphan_${resolution}` })
  const after = await syncCheckout(container, { checkout_id, source: "admin" })
  if (!ORPHANED.has(after.attention)) return after
  throw refusal(
    resolution === "complete"
      ? "the cart cannot be completed. Its reason is in the payment's timeline"
      : "it did not work yet and is tried again. The reason is in the payment's timeline",
  )
}

function refusal(why: string) {
  return notAllowed(`secuconnect: ${why}.`, "secuconnect_money_request_failed")
}
