import type { IPaymentModuleService, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaState } from "../../mapping/decide/decision"
import { choiceOfProvider } from "../../mapping/methods/methods"
import { SESSION_STATUS } from "../../mapping/status/session-status"
import { problemOf, type Problem } from "../../mapping/words/problem"
import { ownData } from "../../mapping/views/own-data"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** The core has it for every model; its type does not say so. */
interface PaymentModule extends IPaymentModuleService {
  createPaymentSessions(row: Record<string, unknown>): Promise<PaymentSessionDTO>
}

/**
 * Writes the session of a checkout anew, under its old id, after the core has deleted it because
 * somebody started another one. The order goes on counting on the checkout, and what comes of it is
 * booked by the core as if nothing had happened. Nothing is called at secuconnect: the module's own
 * `createPaymentSession` would start a second payment there.
 *
 * @returns why it did not work
 */
export async function restoreSession(
  { container, logger }: Deps,
  checkout: CheckoutRow,
  { payment_collection_id, amount }: Pick<MedusaState, "payment_collection_id" | "amount">,
): Promise<Problem | null> {
  const payments = container.resolve<PaymentModule>(Modules.PAYMENT)
  const { payment_session_id: id, currency_code, status } = checkout
  try {
    await payments.createPaymentSessions({
      ...{ id, payment_collection_id, amount, currency_code, data: ownData(checkout) },
      provider_id: await findProvider(payments, checkout),
      // Of the others only the core itself may say that they are there.
      status: status === "waiting" ? SESSION_STATUS.waiting : SESSION_STATUS.open,
    })
    logger.info(`secuconnect: ${checkout.reference}: its order goes on waiting for it.`)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** The one that started it. Where a shop has registered it twice, both do the same. */
async function findProvider(
  payments: PaymentModule,
  { requested_method }: CheckoutRow,
): Promise<string | undefined> {
  const choice = requested_method ?? "general"
  const providers = await payments.listPaymentProviders({})
  const fitting = providers.filter(({ id }) => choiceOfProvider(id) === choice)
  return (fitting.find(({ is_enabled }) => is_enabled) ?? fitting[0])?.id
}
