import { z } from "zod"
import { emptyListAsRecord, integer, list, record, text } from "./lenient"
import { normalizePaymentMethod } from "./payment-method"
import {
  parseSmartTransactionStatus,
  type SmartTransactionStatus,
} from "./smart-transaction-status"

/** Where to transfer the money to. Different for every transaction: never keep it for another. */
export interface PaymentInstructions {
  owner: string
  iban: string
  bic?: string | undefined
  bankname?: string | undefined
  purpose: string
  girocode_url?: string | undefined
}

/**
 * A Smart Transaction as replied, the buyer's data left out.
 * @see https://developer.secuconnect.com/integration/Read_a_Smart_Transaction.html
 */
export interface SmartTransaction {
  id: string
  status: SmartTransactionStatus | "unknown"
  /** The status in the vendor's words, `""` where the reply has none. */
  status_raw: string
  contract_id?: string | undefined
  is_demo?: boolean | undefined
  /** Minor units. */
  sum?: number | undefined
  currency?: string | undefined
  /** What the buyer chose, spelled as in requests: `prepaid`, `creditcard`. */
  payment_method?: string | undefined
  trans_id?: string | undefined
  /** URL by payment method, and `general`. A missing method is not available here. */
  payment_links: Record<string, string>
  /** Its Payment Transactions; a failed attempt may have left one behind, so there may be several. */
  transactions: { id: string; trans_id?: string | undefined }[]
  /** Only where there is a bank account to transfer to (prepayment, invoice). */
  payment_instructions?: PaymentInstructions | undefined
  created?: string | undefined
  updated?: string | undefined
}

const paymentLinks = z.preprocess(
  emptyListAsRecord,
  z.record(z.string(), z.unknown()).transform(keepTexts),
)

const filled = z.string().trim().min(1)

/** easyCredit puts instalments into the same field: without an account there are no instructions. */
const paymentInstructions = z
  .object({
    owner: filled,
    iban: filled,
    bic: filled.optional().catch(undefined),
    bankname: filled.optional().catch(undefined),
    purpose: filled,
    girocode_url: filled.optional().catch(undefined),
  })
  .optional()
  .catch(undefined)

export const smartTransactionSchema: z.ZodType<SmartTransaction> = z
  .object({
    id: z.string().min(1),
    status: z.string().default(""),
    contract: record({ id: z.string().optional() }).optional(),
    is_demo: z.boolean().optional(),
    basket_info: record({ sum: integer.optional(), currency: z.string().optional() }).optional(),
    payment_method: z.string().transform(normalizePaymentMethod).optional(),
    trans_id: text.optional(),
    payment_links: paymentLinks.optional(),
    transactions: list(
      z.object({ object: z.string().optional(), id: text, trans_id: text.optional() }),
    ),
    payment_instructions: paymentInstructions,
    created: z.string().optional(),
    updated: z.string().optional(),
  })
  .transform(({ contract, basket_info, ...raw }) => ({
    ...raw,
    status: parseSmartTransactionStatus(raw.status),
    status_raw: raw.status,
    contract_id: contract?.id,
    sum: basket_info?.sum,
    currency: basket_info?.currency,
    payment_links: raw.payment_links ?? {},
    transactions: raw.transactions
      .filter(({ object }) => object === "payment.transactions")
      .map(({ id, trans_id }) => ({ id, trans_id })),
  }))

function keepTexts(links: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, link] of Object.entries(links)) {
    if (typeof link === "string") texts[name] = link
  }
  return texts
}
