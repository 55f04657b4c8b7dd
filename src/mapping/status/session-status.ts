import { PaymentSessionStatus } from "@medusajs/framework/utils"
import type { PaymentTruth } from "./status"

/** What Medusa is told of a payment, for every reading of it. */
export const SESSION_STATUS = {
  open: PaymentSessionStatus.PENDING,
  unknown: PaymentSessionStatus.PENDING,
  waiting: PaymentSessionStatus.PENDING_AUTHORIZATION,
  authorized: PaymentSessionStatus.AUTHORIZED,
  accepted: PaymentSessionStatus.CAPTURED,
  failed: PaymentSessionStatus.ERROR,
  cancelled: PaymentSessionStatus.CANCELED,
} as const satisfies Record<PaymentTruth, PaymentSessionStatus>

/** Readings with which an order may be placed. */
export function placesOrder(truth: PaymentTruth): boolean {
  return truth === "waiting" || truth === "authorized" || truth === "accepted"
}
