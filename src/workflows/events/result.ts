import type { Decision, MedusaState } from "../../mapping/decide/decision"
import type { CheckoutRow, EventSource, Settings } from "../../modules/secuconnect/types"

/** One step of a sync: what was decided, and what came of it. */
export interface Result {
  checkout: CheckoutRow
  decision: Decision
  problem: string | null
  /** Medusa after the decision was carried out. */
  after: MedusaState | null
  source: EventSource
  settings: Settings
}
