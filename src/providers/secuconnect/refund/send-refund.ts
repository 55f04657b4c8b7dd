import { moneyRequestFailed, moneyRequestUnclear } from "../../../mapping/words/errors"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import { isOutcomeUnknown } from "../../../secuconnect"
import type { ProviderDeps } from "../deps"

/**
 * Sends a request that is written down, once. After an unclear answer it reads what is true.
 *
 * @throws MedusaError with cause and support id when the money was not given back. Unclear and not
 *   found may still be carried out: the row then stays open for whoever asks next.
 */
export async function sendRefund(deps: ProviderDeps, request: MoneyRequestRow): Promise<void> {
  const sent = await deps.ledger.refunds.send(request)
  if (sent.ok || sent.outcome === "done") return
  throw isOutcomeUnknown(sent.failure)
    ? moneyRequestUnclear("the refund", sent.failure)
    : moneyRequestFailed("the refund", sent.failure)
}
