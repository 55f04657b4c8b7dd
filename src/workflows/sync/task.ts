import type { ActiveDecision, MedusaState } from "../../mapping/decide/decision"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"

/** What was decided for a checkout, and on what. */
export interface Task {
  checkout: CheckoutRow
  decision: ActiveDecision
  medusa: MedusaState | null
  source: EventSource
}
