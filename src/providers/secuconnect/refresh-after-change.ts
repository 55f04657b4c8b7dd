import { causeOf } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/**
 * The row after money was moved, with the ids of what came of it. The money is moved whatever comes
 * of this refresh: when it fails, the schedule repeats it.
 */
export async function refreshAfterChange(
  { ledger, logger }: ProviderDeps,
  checkout: CheckoutRow,
): Promise<CheckoutRow> {
  try {
    return await ledger.refresh(checkout, "medusa")
  } catch (error) {
    logger.warn(`secuconnect: ${checkout.reference} could not be refreshed: ${causeOf(error)}`)
    return await makeDue({ ledger }, checkout)
  }
}

/** The schedule checks it in its next run. */
export async function makeDue(
  { ledger }: Pick<ProviderDeps, "ledger">,
  { id }: CheckoutRow,
): Promise<CheckoutRow> {
  return await ledger.writeCheckout({ id, due_at: await ledger.now() })
}
