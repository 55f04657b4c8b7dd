import type { UpdatePaymentInput } from "@medusajs/framework/types"
import { z } from "zod"
import type { Method } from "../../../mapping/methods/methods"
import type { CheckoutRow } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"
import { startPayment } from "./start-payment"

const updateData = z.looseObject({ session_id: z.string().min(1) })

/**
 * Makes a new Smart Transaction for the session; the old ones are marked to be cancelled.
 *
 * @returns the new ledger row
 * @throws MedusaError as `startPayment` does; the old ones then stay payable
 */
export async function replacePayment(
  deps: ProviderDeps,
  input: UpdatePaymentInput,
  method: Method | null,
): Promise<CheckoutRow> {
  const data = updateData.parse(input.data)
  const old = await deps.ledger.listPayable(data.session_id)
  const checkout = await startPayment(deps, {
    session_id: data.session_id,
    amount: input.amount,
    currency_code: input.currency_code,
    return_url: data["return_url"],
    locale: data["locale"],
    method,
  })
  const ids = old.map(({ id }) => id)
  await deps.ledger.requestCancellation(ids, checkout.id)
  return checkout
}
