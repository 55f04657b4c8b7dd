import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { StorePaymentSessionResponse } from "../../../../../http-types"
import { pickLanguage } from "../../../../../mapping/words/language"
import { sessionFinding } from "../../../../../mapping/views/outcome"
import { texts } from "../../../../../mapping/words/texts"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import { orderOfCart } from "../../../../../workflows/sync"
import { idOf } from "../../../../id-of"
import { refreshIfOld } from "../../../../refresh-if-old"
import type { Reply } from "../../../../reply"

/**
 * What a storefront polls after a `pending` return: state, code, the sentence for the shopper in
 * the session's language, and the order's id as soon as there is an order, also one that the cart has
 * become by another payment.
 */
export async function GET(
  req: MedusaRequest,
  res: Reply<StorePaymentSessionResponse>,
): Promise<void> {
  const id = idOf(req.params["id"])
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  // A payment of a session that is gone may have moved to another one.
  const started = await ledger.listCheckouts({ started_session_id: id, creation: "open" })
  const checkouts = [...started, ...(await ledger.listPayable(id))]
  const known = checkouts.find(({ order_id }) => order_id) ?? checkouts[0]
  if (!known) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Payment session ${id} was not found.`)
  }
  const checkout = await refreshIfOld(req.scope, known)
  const { state, code } = sessionFinding(checkout)
  const text = texts[pickLanguage({ locales: [checkout.language] })][code]
  const isLost = state === "failed" || state === "aborted"
  const other = isLost && !checkout.order_id ? await orderOfCart(req.scope, checkout) : null
  const order_id = checkout.order_id ?? other
  res.json({ payment_session: { id, state, code, text, order_id } })
}
