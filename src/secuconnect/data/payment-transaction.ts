import { z } from "zod"
import {
  asRecord,
  currency,
  id,
  idOf,
  integer,
  isRecord,
  list,
  maybe,
  record,
  time,
  word,
} from "./lenient"
import { fineStatus, readStatuses, simpleStatus, type SimpleStatus } from "./simple-status"

/** Another Payment Transaction that this one comes from or has led to. */
export interface RelatedPayment {
  /** Absent where the reply names none. */
  id?: string | undefined
  /** What is related and no parent is a child. */
  hierarchy: "parent" | "child"
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
  /** Its own, which may be another than the Smart Transaction's. */
  contract_id?: string | undefined
  /** A refund names the payment it belongs to here; without an id where the reply has none. */
  parents: Pick<RelatedPayment, "id">[]
  related: RelatedPayment[]
  created?: string | undefined
  updated?: string | undefined
}

/** Kept also without an id: that there is one tells of a refund. One that says nothing is none. */
const relatedPayments = list(
  z.preprocess(
    (value) => (isRecord(value) || Array.isArray(value) ? asRecord(value) : { id: value }),
    z.looseObject({ id: id.optional().catch(undefined), hierarchy: word }),
  ),
).transform((items) =>
  items.filter((item) => Object.values(item).some((field) => field !== undefined)),
)

const reply = z
  .object({
    id,
    trans_id: word,
    amount: maybe(integer),
    currency: maybe(currency),
    status: fineStatus,
    details: record({ status_simple: simpleStatus }),
    contract: idOf,
    parents: relatedPayments,
    related_transactions: relatedPayments,
    created: time,
    updated: time,
  })
  .transform(({ status, details, contract, parents, related_transactions, ...raw }) => ({
    ...raw,
    contract_id: contract,
    ...readStatuses(details.status_simple, status),
    parents: parents.map(({ id: parent }) => ({ id: parent })),
    related: related_transactions.map((related) => ({
      id: related.id,
      hierarchy: hierarchyOf(related, { amount: raw.amount, parents }),
    })),
  }))

export const paymentTransactionSchema: z.ZodType<PaymentTransaction> = z.preprocess(asRecord, reply)

interface Relation {
  id?: string | undefined
  hierarchy?: string | undefined
}

/** Where nothing says it: a refund hangs on what it is related to, and everything else on the payment. */
function hierarchyOf(
  { hierarchy }: Relation,
  { amount = 0, parents }: { amount: number | undefined; parents: Relation[] },
): RelatedPayment["hierarchy"] {
  const said = hierarchy?.toLowerCase()
  if (said === "parent" || said === "child") return said
  return amount < 0 || parents.length > 0 ? "parent" : "child"
}

/**
 * The payment and, if one was made, its refund; their order is not documented. An answer that names
 * none is refused: what became of the request has to be read.
 */
export const paymentTransactionsSchema: z.ZodType<PaymentTransaction[]> = list(
  paymentTransactionSchema,
).pipe(z.array(z.custom<PaymentTransaction>()).min(1))
