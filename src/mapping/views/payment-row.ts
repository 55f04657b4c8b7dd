import { toMajorUnits } from "../words/currency"
import { toAttention, type Attention } from "../words/findings"
import type { PaymentState } from "../words/payments"
import { paymentState, type LedgerState } from "./payment-state"

/** A row of the ledger as it was found. Amounts in minor units. */
export interface FoundCheckout extends LedgerState {
  id: string
  reference: string
  method: string | null
  requested_method: string | null
  currency_code: string
  currency_exponent: number
  is_demo: boolean
  is_test_payment: boolean
  order_id: string | null
  order_display_id: number | null
  stx_id: string | null
  trans_id: string | null
  payment_ids: string[]
  created_at: Date
  checked_at: Date | null
}

/** A line of the payments page. Amounts in major units. */
export interface PaymentRow {
  id: string
  reference: string
  order: { id: string; display_id: number | null } | null
  state: PaymentState
  method: string | null
  amount: number
  effective_amount: number | null
  currency_code: string
  currency_exponent: number
  is_demo: boolean
  is_test_payment: boolean
  stx_id: string | null
  trans_id: string | null
  payment_ids: string[]
  attention: Attention | null
  created_at: Date
  checked_at: Date | null
}

export function toPaymentRow(found: FoundCheckout): PaymentRow {
  const { id, reference, currency_code, is_demo, is_test_payment, stx_id, trans_id } = found
  const { payment_ids, created_at, checked_at, effective_amount, order_id } = found
  const { currency_exponent } = found
  return {
    currency_exponent,
    ...{ id, reference, currency_code, is_demo, is_test_payment, stx_id, trans_id },
    ...{ payment_ids, created_at, checked_at },
    attention: toAttention(found.attention),
    order: order_id ? { id: order_id, display_id: found.order_display_id } : null,
    state: paymentState(found),
    method: found.method ?? found.requested_method,
    amount: toMajorUnits(found.amount, found),
    effective_amount: effective_amount === null ? null : toMajorUnits(effective_amount, found),
  }
}
