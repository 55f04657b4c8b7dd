import { PaymentSessionStatus } from "@medusajs/framework/utils"
import type { CheckoutStatus } from "./status"

/** What Medusa is told of a payment, for every reading of it. */
export const SESSION_STATUS = {
  open: PaymentSessionStatus.PENDING,
  unknown: PaymentSessionStatus.PENDING,
  waiting: PaymentSessionStatus.PENDING_AUTHORIZATION,
  authorized: PaymentSessionStatus.AUTHORIZED,
  accepted: PaymentSessionStatus.CAPTURED,
  failed: PaymentSessionStatus.ERROR,
  cancelled: PaymentSessionStatus.CANCELED,
} as const satisfies Record<CheckoutStatus, PaymentSessionStatus>

/** Readings with which an order may be placed. */
export function placesOrder(status: CheckoutStatus): boolean {
  return status === "waiting" || status === "authorized" || status === "accepted"
}
