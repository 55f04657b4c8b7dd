import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentListResponse } from "../../../../http-types"
import { toPaymentRow } from "../../../../mapping/views/payment-row"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import type { Reply } from "../../../reply"
import type { PaymentListParams } from "../../../validators"
import { toSearch } from "./to-search"

/**
 * The payments that fit, a page at a time. `count` is exact up to 1,000; beyond that `is_exact` is
 * false, and `has_more` tells whether there is another page.
 */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PaymentListParams>,
  res: Reply<AdminPaymentListResponse>,
): Promise<void> {
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const { order, limit, offset, ...filters } = req.validatedQuery
  const page = { order, limit, offset }
  const { payments, ...counted } = await ledger.listPayments(toSearch(filters), page)
  res.json({ payments: payments.map(toPaymentRow), ...counted, limit, offset })
}
