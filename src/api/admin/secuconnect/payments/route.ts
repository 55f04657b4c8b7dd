import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toPaymentRow } from "../../../../mapping/views/payment-row"
import { SECUCONNECT_MODULE } from "../../../../modules/secuconnect"
import { readFilter, readPage } from "./payments-query"

/**
 * The payments that fit, a page at a time. `count` is exact up to 1,000; beyond that `is_exact` is
 * false, and `has_more` tells whether there is another page.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const page = readPage(req.query)
  const { payments, ...counted } = await ledger.listPayments(readFilter(req.query), page)
  const { limit, offset } = page
  res.set("Cache-Control", "no-store")
  res.json({ payments: payments.map(toPaymentRow), ...counted, limit, offset })
}
