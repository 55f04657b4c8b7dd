import { isRefund } from "../../mapping/status/status"
import { statusDetail } from "../../mapping/status/status-detail"
import type { FetchedFinding } from "./fetch-finding"
import type { SeenInstructions, SeenPayment } from "./models/checkout"

/** What the ledger keeps of a reading: ids, statuses, amounts, and the account to transfer to. */
export function snapshotOf({ transaction, payments, ...assessed }: FetchedFinding) {
  const method = transaction.payment_method ?? null
  const instructions = seenInstructions(transaction.payment_instructions)
  return {
    stx_status: transaction.status_raw,
    method,
    trans_id: transaction.trans_id ?? null,
    payment_ids: [...new Set(payments.flatMap(idsOf))],
    payments: payments.map(seenPayment),
    instructions,
    status: assessed.status,
    status_detail: statusDetail({
      status: assessed.status,
      method,
      has_instructions: instructions !== null,
      payments,
    }),
    mismatch: assessed.mismatch,
    dispute: assessed.dispute,
    effective_amount: assessed.effective_amount,
    checked_at: new Date(),
  }
}

/** A payment and what hangs on it: pushes name refunds by their own ids. */
function idsOf({ id, related }: FetchedFinding["payments"][number]): string[] {
  return [id, ...related.filter(({ hierarchy }) => hierarchy === "child").map((child) => child.id)]
}

function seenPayment(payment: FetchedFinding["payments"][number]): SeenPayment {
  return {
    id: payment.id,
    trans_id: payment.trans_id ?? null,
    status: payment.status_simple,
    amount: payment.amount ?? null,
    currency: payment.currency ?? null,
    is_refund: isRefund(payment),
  }
}

function seenInstructions(
  given: FetchedFinding["transaction"]["payment_instructions"],
): SeenInstructions | null {
  if (!given) return null
  return {
    owner: given.owner,
    iban: given.iban,
    bic: given.bic ?? null,
    bank_name: given.bankname ?? null,
    purpose: given.purpose,
  }
}
