import type { CheckoutStatus } from "./status"

/**
 * Given back, or a person has decided that it is kept or goes back: no order may be placed on it any
 * more.
 */
export function isSpent(
  { status, effective_amount }: { status: CheckoutStatus | null; effective_amount: number | null },
  isDecided: boolean,
): boolean {
  return status === "accepted" && (effective_amount === 0 || isDecided)
}
