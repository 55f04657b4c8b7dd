import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow } from "../../modules/secuconnect/types"

/** Logs, once for a checkout, a push that names nothing of it: forged, or a kind we do not know. */
export async function noteOddPush(
  container: MedusaContainer,
  { id, reference, payment_ids }: CheckoutRow,
  pushedIds: string[],
): Promise<void> {
  if (pushedIds.some((pushed) => payment_ids.includes(pushed))) return
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const finding = "unrelated_push"
  const known = await ledger.listCheckoutEvents({ checkout_id: id, finding }, { take: 1 })
  if (known.length > 0) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`secuconnect: ${reference}: a push named no payment of this checkout.`)
  await ledger.note(id, "push", { finding })
}
