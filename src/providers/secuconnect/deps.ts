import type { Logger } from "@medusajs/framework/types"
import { notAllowed } from "../../mapping/words/errors"
import { MISSING_DEPENDENCIES } from "../../mapping/words/messages"
import type { Query } from "../../medusa/query"
import type { SecuconnectModuleService } from "../../modules/secuconnect/types"

/** What the provider's methods work with. */
export interface ProviderDeps {
  ledger: SecuconnectModuleService
  query: Query
  logger: Logger
}

/** The payment module's container: the first two are there only if its entry lists them. */
export type PaymentCradle = {
  secuconnect: SecuconnectModuleService
  query: Query
  logger: Logger
}

/**
 * Takes what the provider needs from the payment module's container, at call time: the container
 * resolves lazily, and a constructor must do no look-ups.
 *
 * @throws MedusaError with the line to add when the payment module's entry lacks `dependencies`
 */
export function resolveDeps(cradle: PaymentCradle): ProviderDeps {
  try {
    return { ledger: cradle.secuconnect, query: cradle.query, logger: cradle.logger }
  } catch {
    cradle.logger.error(MISSING_DEPENDENCIES)
    throw notAllowed(MISSING_DEPENDENCIES, "secuconnect_not_configured")
  }
}
