import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { nextDanglingCheck } from "../../mapping/books/dangling-entries"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

// `payment.data` is what authorizePayment returned, and nothing else: a browser cannot write to it.
const paymentData = z.object({ checkout_id: z.string().min(1) })

/**
 * The checkout behind a payment of Medusa.
 *
 * @throws MedusaError when the payment was not made by this plugin
 */
export async function findCheckout(deps: ProviderDeps, data: unknown): Promise<CheckoutRow> {
  const parsed = paymentData.safeParse(data)
  const [checkout] = parsed.success
    ? await deps.ledger.listCheckouts({ id: parsed.data.checkout_id }, { take: 1 })
    : []
  if (checkout) return checkout
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "secuconnect: this payment is not in the ledger; look for it in secuOffice.",
  )
}

/**
 * The same for a call that moves money. The schedule checks it in a few minutes: should this server
 * die before it has ended, that is what finds the pieces.
 *
 * @throws MedusaError when the payment was not made by this plugin
 */
export async function findToMove(deps: ProviderDeps, data: unknown): Promise<CheckoutRow> {
  const checkout = await findCheckout(deps, data)
  const { timeoutMs } = await deps.ledger.getSettings()
  const then = nextDanglingCheck(await deps.ledger.now(), timeoutMs)
  if (checkout.due_at !== null && checkout.due_at <= then) return checkout
  return await deps.ledger.writeCheckout({ id: checkout.id, due_at: then })
}
