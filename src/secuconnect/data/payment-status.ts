import { z } from "zod"
import { asRecord, currency, integer } from "./lenient"
import { fineStatus, readStatuses, simpleStatus, type SimpleStatus } from "./simple-status"

/**
 * What is left of a payment right now.
 * @see https://developer.secuconnect.com/integration/Check_Status_and_Amount_of_a_Payment.html
 */
export interface PaymentStatus {
  status_simple: SimpleStatus | "unknown"
  status_simple_raw?: number | undefined
  status_fine?: number | undefined
  /** Minor units: the amount minus all promised or completed refunds, 0 when fully cancelled. */
  amount: number
  currency: string
}

const reply = z
  .object({
    status: fineStatus,
    status_simple: simpleStatus,
    amount: integer,
    currency,
  })
  .transform(({ status, status_simple, ...raw }) => ({
    ...raw,
    ...readStatuses(status_simple, status),
  }))

export const paymentStatusSchema: z.ZodType<PaymentStatus> = z.preprocess(asRecord, reply)
