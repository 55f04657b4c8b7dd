import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { causeOf } from "../../../../../mapping/words/errors"
import { pushedPaymentIds } from "../../../../../mapping/status/push"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import { readHint } from "./read-hint"
import { isTooSoon, noteUnrelatedPush, syncCheckoutWorkflow } from "../../../../../workflows/sync"

/** Seconds. By then the schedule has run; what came too soon had its turn. */
const RETRY_AFTER_S = "60"

/**
 * secuconnect says that a payment has changed. The token names the checkout; the body is a hint, of which
 * nothing need be readable; as a GET it says as much.
 *
 * 200: the ledger has recorded the finding, whatever it was. 503: secuconnect or the database could
 * not be reached, the sync took too long, or this process has too many to do or has read the checkout too
 * often lately, which it says at once; the schedule takes it, and secuconnect repeats for 24 hours. 404: unknown token.
 *
 * @see https://developer.secuconnect.com/integration/Push_Notifications_for_Payments.html
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  // Until the ledger has told which one.
  let what = "a push"
  try {
    const checkout = await ledger.findByPushToken(req.params["token"] ?? "")
    if (!checkout) {
      res.sendStatus(404)
      return
    }
    what = `${checkout.reference}: a push`
    const hint = await readHint(req)
    const input = { checkout_id: checkout.id, source: "push" as const }
    const { result: synced } = await syncCheckoutWorkflow(req.scope).run({ input })
    await noteUnrelatedPush(req.scope, synced, pushedPaymentIds(hint))
    res.sendStatus(200)
  } catch (error) {
    if (!isTooSoon(error)) {
      logger.warn(
        `secuconnect: ${what} could not be handled, it will be repeated: ${causeOf(error)}`,
      )
    }
    res.set("Retry-After", RETRY_AFTER_S).sendStatus(503)
  }
}

/** The same: the token says all that is needed. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await POST(req, res)
}
