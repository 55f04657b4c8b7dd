import type { AuditedCheckout } from "../../mapping/books/audit"
import { sortPayments } from "../../mapping/status/status"
import { fetchFinding } from "../../modules/secuconnect/fetch-finding"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/**
 * What secuconnect holds for a checkout right now: accepted money less refunds, minor units. The
 * ledger's memory is not asked and not changed.
 *
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function readMoney(
  deps: Deps,
  checkout: CheckoutRow,
): Promise<AuditedCheckout["secuconnect"]> {
  const { client } = deps.ledger
  const { stx_id, amount, currency_code, contract_id, is_demo } = checkout
  if (!stx_id) return { status: "open", disputed: false, effective: 0 }
  const target = { stx_id, amount, currency_code, contract_id, is_demo }
  const { status, dispute, payments } = await fetchFinding(client, target)
  const live = status === "accepted" ? sortPayments(payments).live : []
  const statuses = await Promise.all(live.map(({ id }) => client.payments.checkStatus(id)))
  const effective = statuses.reduce((total, status) => total + status.amount, 0)
  return { status, disputed: dispute === "issue", effective }
}
