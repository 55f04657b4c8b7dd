import type { MedusaContainer } from "@medusajs/framework/types"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import { resolveDeps } from "../deps"

/** Logs, once for a checkout, a push that names nothing of it: forged, or a kind we do not know. */
export async function noteUnrelatedPush(
  container: MedusaContainer,
  { id, reference, payment_ids }: CheckoutRow,
  pushedIds: string[],
): Promise<void> {
  if (pushedIds.some((pushed) => payment_ids.includes(pushed))) return
  const { ledger, logger } = resolveDeps(container)
  const finding = "unrelated_push"
  const known = await ledger.listCheckoutEvents({ checkout_id: id, finding }, { take: 1 })
  if (known.length > 0) return
  logger.warn(`secuconnect: ${reference}: a push named no payment of this checkout.`)
  await ledger.note(id, "push", { finding })
}
