import { causeOf } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/**
 * The row after money was moved, with the ids of what came of it. The money is moved whatever comes
 * of this look: when it fails, the clock repeats it.
 */
export async function refreshAfterChange(
  { ledger, logger }: ProviderDeps,
  checkout: CheckoutRow,
): Promise<CheckoutRow> {
  try {
    return await ledger.refresh(checkout, "medusa")
  } catch (error) {
    logger.warn(`secuconnect: ${checkout.reference} could not be looked at: ${causeOf(error)}`)
    return await makeDue({ ledger }, checkout)
  }
}

/** The clock looks at it with its next tick. */
export async function makeDue(
  { ledger }: Pick<ProviderDeps, "ledger">,
  { id }: CheckoutRow,
): Promise<CheckoutRow> {
  return await ledger.updateCheckouts({ id, due_at: new Date() })
}
