import type { MedusaRequest } from "@medusajs/framework/http"
import type { StoreOrderPaymentResponse } from "../../../../../http-types"
import { pickLanguage } from "../../../../../mapping/words/language"
import { tellingCheckout, toOrderPayment } from "../../../../../mapping/views/order-payment"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import { idOf } from "../../../../id-of"
import type { Reply } from "../../../../reply"

/**
 * How an order is paid, with the account to transfer to while something is to be transferred.
 * As with Medusa's own order route, the order's id is the key. `null`: not paid with secuconnect.
 */
export async function GET(
  req: MedusaRequest,
  res: Reply<StoreOrderPaymentResponse>,
): Promise<void> {
  const order_id = idOf(req.params["id"])
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const checkouts = order_id
    ? await ledger.listCheckouts({ order_id }, { order: { created_at: "DESC" } })
    : []
  const checkout = tellingCheckout(checkouts)
  if (!checkout) {
    res.json({ payment: null })
    return
  }
  const language = pickLanguage({ locales: [checkout.language] })
  res.json({ payment: await toOrderPayment(checkout, language) })
}
