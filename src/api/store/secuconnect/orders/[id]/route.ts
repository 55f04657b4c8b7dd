import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { StoreOrderPaymentResponse } from "../../../../../http-types"
import { pickLanguage } from "../../../../../mapping/words/language"
import { tellingCheckout, toOrderPayment } from "../../../../../mapping/views/order-payment"
import { refundedOf } from "../../../../../mapping/views/refunded"
import { transferDue, type OrderToPay } from "../../../../../mapping/status/transfer-due"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import type { CheckoutRow } from "../../../../../modules/secuconnect/types"
import { readOrderToPay } from "../../../../../workflows/events"
import { canBePaid } from "../../../../../workflows/payment-links"
import { checkoutsToTell } from "../../../../../workflows/sync"
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
  const checkouts = await checkoutsToTell(req.scope, order_id)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const can_be_paid = await canBePaid(req.scope, order_id)
  const told = await findTold({ ledger, query }, checkouts)
  if (!told) {
    res.json({ payment: null, can_be_paid })
    return
  }
  const { checkout, order } = told
  const language = pickLanguage({ locales: [checkout.language] })
  const of = { order, refunded: refundedOf(checkouts) }
  res.json({ payment: await toOrderPayment(checkout, language, of), can_be_paid })
}

/** What the customer still has to transfer goes before what is paid. */
async function findTold(
  deps: Parameters<typeof readOrderToPay>[0],
  checkouts: CheckoutRow[],
): Promise<{ checkout: CheckoutRow; order: OrderToPay | null } | null> {
  for (const checkout of checkouts.filter(({ status }) => status === "waiting")) {
    const order = await readOrderToPay(deps, checkout)
    if (transferDue(checkout, order).is !== "nothing") return { checkout, order }
  }
  const checkout = tellingCheckout(checkouts)
  return checkout ? { checkout, order: await readOrderToPay(deps, checkout) } : null
}
