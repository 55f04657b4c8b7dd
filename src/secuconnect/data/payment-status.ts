import { z } from "zod"
import { integer } from "./lenient"
import { parseSimpleStatus, type SimpleStatus } from "./simple-status"

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

export const paymentStatusSchema: z.ZodType<PaymentStatus> = z
  .object({
    status: integer.optional(),
    status_simple: integer.optional(),
    amount: integer,
    currency: z.string().min(1),
  })
  .transform(({ status, status_simple, ...raw }) => ({
    ...raw,
    status_simple: parseSimpleStatus(status_simple),
    status_simple_raw: status_simple,
    status_fine: status,
  }))
