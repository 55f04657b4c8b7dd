import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sessionFinding, type SessionState } from "../mapping/views/outcome"
import { causeOf } from "../mapping/words/errors"
import { SECUCONNECT_MODULE } from "../modules/secuconnect"
import type { CheckoutRow } from "../modules/secuconnect/types"
import { syncCheckoutWorkflow } from "../workflows"
import { isTooSoon } from "../workflows/sync"

/** A waiting page asks every few seconds; secuconnect is asked no more often than this. */
const LOOK_EVERY_MS = 10_000

const UNDECIDED: ReadonlySet<SessionState> = new Set(["open", "processing", "not_ordered"])

/** The push may be lost: whoever waits on a page should not have to wait for the schedule. */
export async function refreshIfOld(
  scope: MedusaContainer,
  checkout: CheckoutRow,
): Promise<CheckoutRow> {
  const { state } = sessionFinding(checkout)
  if (!UNDECIDED.has(state)) return checkout
  const now = await scope.resolve(SECUCONNECT_MODULE).now()
  const age = now.getTime() - (checkout.checked_at ?? checkout.created_at).getTime()
  if (age < LOOK_EVERY_MS) return checkout
  try {
    const input = { checkout_id: checkout.id, source: "poll" as const }
    return (await syncCheckoutWorkflow(scope).run({ input })).result
  } catch (error) {
    if (isTooSoon(error)) return checkout
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`secuconnect: ${checkout.reference}: the sync failed: ${causeOf(error)}`)
    return checkout
  }
}
