import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import type { Deps } from "../deps"

/** Ties an order to its payment collection where a crash has kept the core from it. */
export async function repairOrderLink(deps: Deps, medusa: MedusaState | null): Promise<void> {
  if (!medusa?.missing_link) return
  const { order_id, payment_collection_id } = medusa.missing_link
  await deps.container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id },
    [Modules.PAYMENT]: { payment_collection_id },
  })
  const { logger } = deps
  logger.warn(`secuconnect: ${order_id} was cut off from its payment and is tied to it again.`)
}
