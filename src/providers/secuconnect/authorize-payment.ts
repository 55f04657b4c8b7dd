import type { AuthorizePaymentOutput } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { placesOrder } from "../../mapping/session-status"
import { SESSION_STATUS } from "../../mapping/session-status"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { ownData } from "./own-data"

/**
 * Says what is true of a payment session at secuconnect. A session may have had several Smart
 * Transactions: the first one that pays for the order counts, else the newest.
 *
 * @param sessionId from the call's context: nothing is read from the session's data
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function authorizePayment(
  deps: ProviderDeps,
  sessionId: string,
): Promise<AuthorizePaymentOutput> {
  const payable = await deps.ledger.listPayable(sessionId)
  const looked: CheckoutRow[] = []
  for (const checkout of payable) {
    const seen = await deps.ledger.lookUnlessFresh(checkout, "medusa")
    if (isGood(seen))
      return { status: SESSION_STATUS[seen.truth ?? "unknown"], data: ownData(seen) }
    looked.push(seen)
  }
  const [newest] = looked
  if (!newest) return { status: PaymentSessionStatus.ERROR, data: { session_id: sessionId } }
  return { status: refusedStatus(newest), data: ownData(newest) }
}

function isGood(checkout: CheckoutRow): boolean {
  return placesOrder(checkout.truth ?? "unknown") && checkout.mismatch === null
}

/** A transaction that differs from what we asked for is never believed; a person has to look. */
function refusedStatus(checkout: CheckoutRow): PaymentSessionStatus {
  const status = SESSION_STATUS[checkout.truth ?? "unknown"]
  return placesOrder(checkout.truth ?? "unknown") ? PaymentSessionStatus.REQUIRES_MORE : status
}
