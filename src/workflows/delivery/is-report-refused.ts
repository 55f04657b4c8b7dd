import { isUnshipped } from "../../mapping/status/unshipped"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/** Whether an invoice does not become due because secuconnect has refused the report of its last shipment. */
export async function isReportRefused(
  { ledger }: Pick<Deps, "ledger">,
  { id: checkout_id, order_id, payments }: CheckoutRow,
): Promise<boolean> {
  if (order_id === null || !isUnshipped(payments)) return false
  const last = { checkout_id, kind: "capture", state: "refused" } as const
  return (await ledger.listDeliveryReports(last, { select: ["id"], take: 1 })).length > 0
}
