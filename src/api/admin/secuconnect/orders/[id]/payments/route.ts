import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminOrderPaymentsResponse } from "../../../../../../http-types"
import { SECUCONNECT_MODULE } from "../../../../../../modules/secuconnect"
import { idOf } from "../../../../../id-of"
import type { Reply } from "../../../../../reply"
import { readPaymentViews } from "../../../read-payment-views"

/** More payments than one order ever has. */
const AT_MOST = 50

/** Every payment of an order, the newest first; none where it is not paid with secuconnect. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminOrderPaymentsResponse>,
): Promise<void> {
  const order_id = idOf(req.params["id"])
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const checkouts = order_id
    ? await ledger.listCheckouts({ order_id }, { order: { created_at: "DESC" }, take: AT_MOST })
    : []
  res.json({ payments: await readPaymentViews(req.scope, checkouts) })
}
