import { isOfOrder } from "../../mapping/delivery/is-of-order"
import { isUnshipped } from "../../mapping/status/unshipped"
import { causeOf } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { writeDown } from "./write-down"

/**
 * Writes down what is to be reported of an invoice that waits for its last shipment, where no event of
 * Medusa's has led to it: the server died, reports were switched off then, or what was still to be sent was
 * taken off the order otherwise than by an edit. The schedule sends it. Never throws: the next check
 * makes up for it.
 */
export async function planMissedReports(deps: Deps, checkout: CheckoutRow): Promise<void> {
  const { logger } = deps
  const { order_id } = checkout
  if (order_id === null || !isOfOrder(checkout) || !isUnshipped(checkout.payments)) return
  try {
    if (!(await isMissed(deps, checkout))) return
    await writeDown(deps, { order_id, is_complete: false }, [checkout])
  } catch (error) {
    logger.warn(
      `secuconnect: ${checkout.reference}: its delivery was not planned: ${causeOf(error)}`,
    )
  }
}

async function isMissed({ ledger }: Deps, { id: checkout_id }: CheckoutRow): Promise<boolean> {
  if (!(await ledger.getSettings()).reportDelivery) return false
  const last = { checkout_id, kind: "capture" } as const
  return (await ledger.listDeliveryReports(last, { select: ["id"], take: 1 })).length === 0
}
