import type { PaymentTransaction } from "../../secuconnect"

/** The refund in an answer: the payment itself stands in it too, in no certain order. */
export function refundIn(
  answer: PaymentTransaction[],
  { target_id }: { target_id: string },
): string | null {
  return answer.find(({ id, amount }) => id !== target_id && (amount ?? -1) < 0)?.id ?? null
}

/** Ids of the refunds that requests of ours have led to. */
export function claimedBy(requests: { refund_payment_id: string | null }[]): Set<string> {
  return new Set(requests.flatMap(({ refund_payment_id }) => refund_payment_id ?? []))
}
