import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { pickLanguage } from "../../../../../mapping/language"
import { sessionFinding } from "../../../../../mapping/outcome"
import { texts } from "../../../../../mapping/texts"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"

/**
 * What a storefront polls after a `pending` return: state, code, the sentence for the shopper in
 * the session's language, and the order's id as soon as there is an order.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params["id"] ?? ""
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const checkouts = id ? await ledger.listPayable(id) : []
  const checkout = checkouts.find(({ order_id }) => order_id) ?? checkouts[0]
  if (!checkout) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Payment session ${id} was not found.`)
  }
  const { state, code } = sessionFinding(checkout)
  const text = texts[pickLanguage({ locales: [checkout.language] })][code]
  res.set("Cache-Control", "no-store")
  res.json({ payment_session: { id, state, code, text, order_id: checkout.order_id } })
}
