import type { ReasonFacts } from "../../mapping/page/reason"
import { readLastChange } from "../../medusa/read-payable-order"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import type { OpenOrder } from "./open-order"

/** What tells why an order has money open. */
export async function readReasonFacts(
  { query, ledger }: Pick<Deps, "query" | "ledger">,
  { order }: OpenOrder,
  checkouts: CheckoutRow[],
): Promise<ReasonFacts> {
  const returned = new Set(await ledger.listReturned(checkouts.map(({ id }) => id)))
  return {
    is_partly_paid: order.transactions.length > 0,
    last_change: await readLastChange(query, order.id),
    payments: checkouts.map(({ id, status, method, expired_at, waiting_since }) => ({
      status,
      was_transfer: expired_at !== null || (method === "prepaid" && waiting_since !== null),
      was_returned: returned.has(id),
    })),
  }
}
