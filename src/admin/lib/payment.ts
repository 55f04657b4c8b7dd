import type {
  EventSource,
  Finding,
  InvoiceStep,
  OrphanDecision,
  PaymentAction,
  PaymentState,
  WarningCode,
} from "../../http-types"

export interface Transfer {
  owner: string
  /** In groups of four. */
  iban: string
  bic: string | null
  bank_name: string | null
  purpose: string
  amount: number
  currency_code: string
  qr_svg: string | null
}

export interface Moment {
  id: string
  at: string
  source: EventSource
  finding: Finding
  detail: string | null
}

/** A payment as `/admin/secuconnect` tells it: amounts in major units, times as ISO 8601. */
export interface Payment {
  id: string
  reference: string
  order: { id: string; display_id: number | null } | null
  state: PaymentState
  method: string | null
  currency_code: string
  amount: number
  booked: { authorized: number; captured: number; refunded: number } | null
  effective_amount: number | null
  is_demo: boolean
  is_test_payment: boolean
  stx_id: string | null
  trans_id: string | null
  payment_ids: string[]
  created_at: string
  checked_at: string | null
  due_at: string | null
  reminded_at: string | null
  expires_at: string | null
  warnings: { code: WarningCode; detail: string | null }[]
  orphan_resolution: OrphanDecision | null
  actions: PaymentAction[]
  invoice: InvoiceStep | null
  transfer: Transfer | null
  /** Oldest first. */
  timeline: Moment[]
}
