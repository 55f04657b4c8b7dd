import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Query } from "../medusa/query"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import type { SecuconnectModuleService } from "../modules/secuconnect/types"

/** What the rooms of this folder work with. */
export interface Deps {
  ledger: SecuconnectModuleService
  logger: Logger
  query: Query
  /** For the core's workflows and modules. */
  container: MedusaContainer
}

/** Resolves it, once: in a workflow's step. */
export function resolveDeps(container: MedusaContainer): Deps {
  return {
    ledger: container.resolve(SECUCONNECT_MODULE),
    logger: container.resolve(ContainerRegistrationKeys.LOGGER),
    query: container.resolve(ContainerRegistrationKeys.QUERY),
    container,
  }
}
