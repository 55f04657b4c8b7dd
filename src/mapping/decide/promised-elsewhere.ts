import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { choiceOfProvider } from "../methods/methods"

/** Medusa's own provider without money: what it has authorized is nobody's promise. */
export const MANUAL_PROVIDER = "pp_system_default"

/** A payment session of an order, and whether Medusa has made a payment of it. */
export interface SessionOfOrder {
  provider_id: string
  status: string
  payment?: { id: string } | null | undefined
}

const PROMISED: ReadonlySet<string> = new Set([
  PaymentSessionStatus.AUTHORIZED,
  PaymentSessionStatus.CAPTURED,
  PaymentSessionStatus.PENDING_AUTHORIZATION,
])

/**
 * Whether another payment provider waits for money: its word counts. Not where Medusa has a payment of it,
 * which counts with its own sum. Pure.
 */
export function isPromisedElsewhere({ provider_id, status, payment }: SessionOfOrder): boolean {
  if (choiceOfProvider(provider_id) !== null || provider_id === MANUAL_PROVIDER) return false
  return !payment && PROMISED.has(status)
}
