import type { MoneyRequestRow } from "../../modules/secuconnect/types"
import { SecuconnectError } from "../../secuconnect"

/**
 * What became of a failed request: what a look found done is done, a clear "no" is refused, and
 * the rest may still be carried out.
 */
export function stateOfFailed(failure: unknown, done: boolean): MoneyRequestRow["state"] {
  if (done) return "done"
  const unclear = failure instanceof SecuconnectError && failure.outcomeUnknown
  return unclear ? "open" : "refused"
}
