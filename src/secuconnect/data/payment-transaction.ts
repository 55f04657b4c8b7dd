import { z } from "zod"
import { integer, list, record, text } from "./lenient"
import { parseSimpleStatus, type SimpleStatus } from "./simple-status"

/** Another Payment Transaction that this one comes from or has led to. */
export interface RelatedPayment {
  id: string
  /** `parent` or `child`. */
  hierarchy?: string | undefined
}

/**
 * A Payment Transaction as replied, the buyer's data left out.
 * @see https://developer.secuconnect.com/integration/Read_a_Payment_Transaction.html
 */
export interface PaymentTransaction {
  id: string
  trans_id?: string | undefined
  /** Minor units; negative for refunds. */
  amount?: number | undefined
  currency?: string | undefined
  /** `accepted` on a negative amount means that the refund was accepted. */
  status_simple: SimpleStatus | "unknown"
  status_simple_raw?: number | undefined
  /** The vendor's fine status; has no published list. */
  status_fine?: number | undefined
  contract_id?: string | undefined
  /** A refund names the payment it belongs to here. */
  parents: RelatedPayment[]
  related: RelatedPayment[]
  created?: string | undefined
  updated?: string | undefined
}

const relatedPayment = z.object({ id: text, hierarchy: z.string().optional() })

export const paymentTransactionSchema: z.ZodType<PaymentTransaction> = z
  .object({
    id: z.string().min(1),
    trans_id: text.optional(),
    amount: integer.optional(),
    currency: z.string().optional(),
    status: integer.optional(),
    details: record({ status_simple: integer.optional() }).optional(),
    contract: record({ id: z.string().optional() }).optional(),
    parents: list(relatedPayment),
    related_transactions: list(relatedPayment),
    created: z.string().optional(),
    updated: z.string().optional(),
  })
  .transform(({ status, details, contract, related_transactions, ...raw }) => ({
    ...raw,
    status_simple: parseSimpleStatus(details?.status_simple),
    status_simple_raw: details?.status_simple,
    status_fine: status,
    contract_id: contract?.id,
    related: related_transactions,
  }))

/** The payment and, if one was made, its refund; their order is not documented. */
export const paymentTransactionsSchema: z.ZodType<PaymentTransaction[]> = z.union([
  z.array(paymentTransactionSchema).min(1),
  paymentTransactionSchema.transform((payment) => [payment]),
])
