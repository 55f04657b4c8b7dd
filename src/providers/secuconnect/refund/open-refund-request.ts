import { refundUnderWay } from "../../../mapping/words/errors"
import type { MoneyRequestRow, RefundTarget } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"

/** One refund at one payment of secuconnect. Minor units. */
export interface Refund {
  checkout_id: string
  amount: number
  refund_id: string | null
  reason: string | undefined
  target: RefundTarget
}

/**
 * Writes the request down before it is sent. The database takes one open refund of a checkout at a
 * time, and what was read before must still be true, so of two at the same moment one is sent.
 *
 * @param known the checkout's requests as they were before secuconnect was read
 * @throws MedusaError when another refund was faster
 */
export async function openRefundRequest(
  deps: ProviderDeps,
  refund: Refund,
  known: MoneyRequestRow[],
): Promise<MoneyRequestRow> {
  const { ledger } = deps
  const { checkout_id } = refund
  const { amount, refund_id, reason, target } = refund
  const request = await ledger.moneyRequests.open({
    checkout_id,
    kind: "refund",
    target_id: target.target_id,
    amount,
    amount_before: target.effective,
    refunds_before: target.refund_ids,
    medusa_id: refund_id,
    reason: reason ?? null,
  })
  const now = await ledger.moneyRequests.list(checkout_id)
  const isNews = ({ id, kind, state }: MoneyRequestRow) =>
    kind !== "external_refund" && !known.some((row) => row.id === id && row.state === state)
  if (!now.some((row) => row.id !== request.id && isNews(row))) return request
  await ledger.moneyRequests.conclude(request, { outcome: "refused" })
  throw refundUnderWay()
}
