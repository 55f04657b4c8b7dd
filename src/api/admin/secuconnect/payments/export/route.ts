import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { once } from "node:events"
import { csvHead, csvLine } from "../../../../../mapping/views/csv"
import { toPaymentRow } from "../../../../../mapping/views/payment-row"
import { pickLanguage } from "../../../../../mapping/words/language"
import { SECUCONNECT_MODULE } from "../../../../../modules/secuconnect"
import type { PaymentSearch } from "../../../../../modules/secuconnect/types"
import type { PaymentExportParams } from "../../../../validators"
import { toSearch } from "../to-search"

const BATCH = 1_000

/** Every payment that fits, the newest first, as a CSV file for Excel in the given language. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PaymentExportParams>,
  res: MedusaResponse,
): Promise<void> {
  const filter = toSearch(req.validatedQuery)
  const ledger = req.scope.resolve(SECUCONNECT_MODULE)
  const language = pickLanguage({ locales: [req.validatedQuery.language] })
  const day = new Date().toISOString().slice(0, 10)
  const page = { order: "-created_at", limit: BATCH, offset: 0 } as const

  let search: PaymentSearch = filter
  let batch = await ledger.searchPayments(search, page)
  res.set({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="secuconnect-${day}.csv"`,
  })
  res.write(csvHead(language))
  while (batch.length > 0 && !res.closed) {
    const lines = batch.map((found) => csvLine(toPaymentRow(found), language))
    if (!res.write(lines.join(""))) await Promise.race([once(res, "drain"), once(res, "close")])
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) break
    search = { ...filter, before: last.id }
    batch = await ledger.searchPayments(search, page)
  }
  res.end()
}
