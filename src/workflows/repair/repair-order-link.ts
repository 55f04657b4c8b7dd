import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import { readMedusaState } from "../../medusa/read-session"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"

/**
 * Ties an order to its payment collection where a crash has kept the core from it. Under the cart's
 * lock: in the middle of a completion it looks the same, and that may still fail and delete the order.
 */
export async function repairOrderLink(
  deps: Deps,
  checkout: CheckoutRow,
  medusa: MedusaState | null,
): Promise<void> {
  if (!medusa?.missing_link || !medusa.cart) return
  await withCartLock(deps, medusa.cart.id, async () => {
    const { missing_link } =
      (await readMedusaState(deps.query, checkout, await deps.ledger.now())) ?? {}
    if (missing_link) await tie(deps, checkout, missing_link)
  })
}

async function tie(
  { container, logger }: Deps,
  { reference }: CheckoutRow,
  { order_id, payment_collection_id }: NonNullable<MedusaState["missing_link"]>,
): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id },
    [Modules.PAYMENT]: { payment_collection_id },
  })
  logger.warn(
    `secuconnect: ${reference}: ${order_id} was cut off from its payment and is tied to it again.`,
  )
}
