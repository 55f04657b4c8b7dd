import { withoutNulls } from "../../../../src/secuconnect/data/lenient"
import { smartTransactionSchema } from "../../../../src/secuconnect/data/smart-transaction"
import { paymentTransactionSchema } from "../../../../src/secuconnect/data/payment-transaction"
import {
  SIMPLE_STATUSES,
  type PaymentTransaction,
  type SimpleStatus,
  type SmartTransaction,
} from "../../../../src/secuconnect"

/** A Smart Transaction over 44.85 EUR as the client reads it; `reply` in the vendor's words. */
export const aTransaction = (reply: object = {}): SmartTransaction =>
  smartTransactionSchema.parse(
    withoutNulls({
      id: "STX_1",
      status: "ok",
      contract: { id: "GCR_1" },
      is_demo: false,
      basket_info: { sum: 4485, currency: "EUR" },
      ...reply,
    }),
  )

/** A payment over 44.85 EUR as the client reads it. */
export const aPayment = (
  status: SimpleStatus | "unknown" = "accepted",
  reply: object = {},
): PaymentTransaction =>
  paymentTransactionSchema.parse(
    withoutNulls({
      id: "PCI_1",
      amount: 4485,
      currency: "EUR",
      contract: { id: "GCR_1" },
      details: { status_simple: numberOf(status) },
      ...reply,
    }),
  )

/** A refund of 10.00 EUR as documented: accepted, negative, hanging on its original. */
export const aRefund = (reply: object = {}): PaymentTransaction =>
  aPayment("accepted", { id: "PCI_R", amount: -1000, parents: [{ id: "PCI_1" }], ...reply })

function numberOf(status: SimpleStatus | "unknown"): number {
  return status === "unknown" ? 99 : SIMPLE_STATUSES.indexOf(status)
}
