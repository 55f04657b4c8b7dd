import type { MadeRefund } from "../../../mapping/money/refund-outcome"
import type { PaymentStatus, PaymentTransaction } from "../../../secuconnect"
import type { ProviderDeps } from "../deps"

/** What is true of a payment at secuconnect right now. Minor units. */
export interface PaymentState {
  target_id: string
  status: PaymentStatus["status_simple"]
  effective: number
  /** Ids of its refunds. */
  refund_ids: string[]
}

/** @throws SecuconnectError when secuconnect cannot be read */
export async function readPaymentState(
  { ledger }: ProviderDeps,
  target_id: string,
  signal?: AbortSignal,
): Promise<PaymentState> {
  const call = signal ? { signal } : {}
  const [status, payment] = await Promise.all([
    ledger.client.payments.checkStatus(target_id, call),
    ledger.client.payments.read(target_id, call),
  ])
  const { status_simple, amount } = status
  return { target_id, status: status_simple, effective: amount, refund_ids: childIds(payment) }
}

function childIds({ related }: PaymentTransaction): string[] {
  return related.filter(({ hierarchy }) => hierarchy === "child").map(({ id }) => id)
}

/**
 * Reads refunds; those that were refused themselves are left out.
 *
 * @throws SecuconnectError when secuconnect cannot be read
 */
export async function readRefunds(
  { ledger }: ProviderDeps,
  ids: string[],
  signal?: AbortSignal,
): Promise<MadeRefund[]> {
  const call = signal ? { signal } : {}
  const refunds = await Promise.all(ids.map((id) => ledger.client.payments.read(id, call)))
  return refunds
    .filter(({ status_simple }) => status_simple !== "denied" && status_simple !== "void")
    .map(({ id, amount }) => ({ id, amount: amount === undefined ? null : Math.abs(amount) }))
}
