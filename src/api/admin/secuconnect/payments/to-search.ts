import type { PaymentSearch } from "../../../../modules/secuconnect/types"
import type { PaymentFilters } from "../../../validators"

/** What is asked for, as the ledger searches. What is not asked for must not look as if it were. */
export function toSearch(filters: PaymentFilters): PaymentSearch {
  const { method: methods, attention, demo, test_payment, q } = filters
  const states = statesOf(filters)
  return {
    ...(states && { states }),
    ...(methods && { methods }),
    ...(attention && { attention }),
    ...(demo !== undefined && { demo }),
    ...(test_payment !== undefined && { test_payment }),
    ...(q && { q }),
  }
}

/** `waiting` is a state too. */
function statesOf({ state, waiting }: PaymentFilters): PaymentFilters["state"] {
  return waiting === true ? [...(state ?? []), "waiting"] : state
}
