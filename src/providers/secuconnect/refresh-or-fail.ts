import { moneyRequestFailed } from "../../mapping/words/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/**
 * The refreshed row, without which no money is moved.
 *
 * @param what is to be done: "the capture"
 * @throws MedusaError with the cause when secuconnect cannot be read
 */
export async function refreshOrFail(
  { ledger }: ProviderDeps,
  checkout: CheckoutRow,
  what: string,
): Promise<CheckoutRow> {
  try {
    return await ledger.refresh(checkout, "medusa")
  } catch (error) {
    throw moneyRequestFailed(what, error)
  }
}
