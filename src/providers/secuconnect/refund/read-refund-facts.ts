import type { MadeRefund, MoneyFacts } from "../../../mapping/money/outcome"
import { isDead } from "../../../mapping/status/status"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import type { PaymentStatus, PaymentTransaction } from "../../../secuconnect"
import type { ProviderDeps } from "../deps"

/** What is true of the payment at secuconnect that a refund goes to. Minor units. */
export interface RefundTarget {
  target_id: string
  status: PaymentStatus["status_simple"]
  effective: number
  /** Ids of its refunds. */
  refund_ids: string[]
}

/** @throws SecuconnectError when secuconnect cannot be read */
export async function readRefundTarget(
  { ledger }: ProviderDeps,
  target_id: string,
  signal?: AbortSignal,
): Promise<RefundTarget> {
  const call = signal ? { signal } : {}
  const [status, payment] = await Promise.all([
    ledger.client.payments.checkStatus(target_id, call),
    ledger.client.payments.read(target_id, call),
  ])
  const { status_simple, amount } = status
  return { target_id, status: status_simple, effective: amount, refund_ids: childIds(payment) }
}

/**
 * What tells what became of a refund that was sent: the effective amount, and the refunds that were
 * not there before.
 *
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function readRefundFacts(
  deps: ProviderDeps,
  request: MoneyRequestRow,
  { claimed, signal }: { claimed: ReadonlySet<string>; signal?: AbortSignal },
): Promise<Omit<MoneyFacts, "is_under_way">> {
  const { effective, refund_ids } = await readRefundTarget(deps, request.target_id, signal)
  const fresh = refund_ids.filter((id) => !request.refunds_before.includes(id))
  const refunds = await readRefunds(deps, fresh, signal)
  return { status: null, effective, refunds, claimed }
}

/** Ids of the refunds that our requests have led to. */
export function claimedBy(requests: MoneyRequestRow[]): Set<string> {
  return new Set(requests.flatMap(({ refund_payment_id }) => refund_payment_id ?? []))
}

function childIds({ related }: PaymentTransaction): string[] {
  return related.filter(({ hierarchy }) => hierarchy === "child").map(({ id }) => id)
}

/** Those that were refused themselves are left out. */
async function readRefunds(
  { ledger }: ProviderDeps,
  ids: string[],
  signal?: AbortSignal,
): Promise<MadeRefund[]> {
  const call = signal ? { signal } : {}
  const refunds = await Promise.all(ids.map((id) => ledger.client.payments.read(id, call)))
  return refunds
    .filter(({ status_simple }) => !isDead(status_simple))
    .map(({ id, amount }) => ({ id, amount: amount === undefined ? null : Math.abs(amount) }))
}
