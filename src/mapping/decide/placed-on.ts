import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { choiceOfProvider } from "../methods/methods"

/** A payment session of a cart that was ordered, and what else its collection holds. */
export interface SessionOfCart {
  status: string
  payment_collection: {
    payment_sessions: { provider_id: string }[]
    /** Those that were cancelled, too. */
    payments: { id: string }[]
  }
}

const WAITS: string = PaymentSessionStatus.PENDING_AUTHORIZATION

/**
 * Whether the order of a cart was placed on this session of ours, before anybody has paid. The session says so; one
 * that does not placed it only where no other provider can have: Medusa deletes those that the shopper has
 * left, but for two tabs at once, and an edit cancels what another provider has authorized. Pure.
 *
 * @param session null: it is gone
 */
export function isPlacedOn(session: SessionOfCart | null): boolean {
  if (session === null) return false
  const { status, payment_collection } = session
  if (payment_collection.payments.length > 0) return false
  if (status === WAITS) return true
  return payment_collection.payment_sessions.every(
    ({ provider_id }) => choiceOfProvider(provider_id) !== null,
  )
}
