import type { Attention, EventSource, Finding, WarningCode } from "../mapping/words/findings"
import type {
  InvoiceStep,
  OrphanDecision,
  PaymentAction,
  PaymentState,
  UnsentItem,
} from "../mapping/words/payments"
import type { TransferDetails } from "./common"

export type { PaymentAction, PaymentState, TransferDetails }

export interface AdminPaymentOrder {
  id: string
  /** As people know it. */
  display_id: number | null
}

/** One line of a payment's history. */
export interface AdminPaymentEvent {
  id: string
  at: string
  /** Who looked: `return`, `poll`, `push`, `schedule`, `admin` or `medusa`. */
  source: EventSource
  finding: Finding
  detail: string | null
}

/** Something that needs a person. */
export interface AdminPaymentWarning {
  code: WarningCode
  /** Why; null where the code says it all. */
  detail: string | null
}

/** A payment with all that is known of it. */
export interface AdminPayment {
  id: string
  /** Short id that a person can read; `merchantRef` in secuOffice. */
  reference: string
  order: AdminPaymentOrder | null
  state: PaymentState
  method: string | null
  currency_code: string
  /** Decimals of the currency, to show amounts with. */
  currency_exponent: number
  amount: number
  /** What cart or order cost, less what else pays for them, where that is not `amount`; else null. */
  amount_due: { amount: number; currency_code: string; currency_exponent: number } | null
  /** What Medusa has booked; null where it holds no payment. */
  booked: { authorized: number; captured: number; refunded: number } | null
  /** What is left of it at secuconnect; null while nothing is known. */
  effective_amount: number | null
  is_demo: boolean
  is_test_payment: boolean
  stx_id: string | null
  trans_id: string | null
  payment_ids: string[]
  created_at: string
  checked_at: string | null
  /** When it is checked next; null when nothing can change any more. */
  due_at: string | null
  reminded_at: string | null
  /** When an unpaid transfer is given up; null where that is not planned. */
  expires_at: string | null
  /** The most pressing first. */
  warnings: AdminPaymentWarning[]
  /** What a person has decided about a payment without order: `refund` or `keep`. */
  orphan_resolution: OrphanDecision | null
  /** What can be done with it as it stands. */
  actions: PaymentAction[]
  /** How far an invoice is; null for other methods. */
  invoice: InvoiceStep | null
  /** What an invoice waits for of which a part was sent; else empty. */
  unsent: UnsentItem[]
  /** null when nothing is to be transferred. */
  transfer: TransferDetails | null
  /** Oldest first. */
  timeline: AdminPaymentEvent[]
}

/** `GET /admin/secuconnect/payments/:id`, and every action: the payment as it is then. */
export interface AdminPaymentResponse {
  payment: AdminPayment
}

/** `GET /admin/secuconnect/orders/:id/payments`, the newest first. */
export interface AdminOrderPaymentsResponse {
  payments: AdminPayment[]
}

/** A line of the payments page. */
export interface AdminPaymentRow extends Pick<
  AdminPayment,
  | "id"
  | "reference"
  | "order"
  | "state"
  | "method"
  | "amount"
  | "effective_amount"
  | "currency_code"
  | "currency_exponent"
  | "is_demo"
  | "is_test_payment"
  | "stx_id"
  | "trans_id"
  | "payment_ids"
  | "created_at"
  | "checked_at"
> {
  /** Why it needs a person; null when it does not. */
  attention: Attention | null
}

/** What payments are filtered by. Lists are separated by commas, or given as `state[]=…`. */
export interface AdminPaymentFilters {
  state?: string | string[]
  method?: string | string[]
  /** `any`, or one of the reasons. */
  attention?: string | string[]
  /** The same as the state of that name. */
  waiting?: "true" | "false"
  demo?: "true" | "false"
  test_payment?: "true" | "false"
  /** An id, a reference, the number of an order, or an amount. */
  q?: string
}

/** `GET /admin/secuconnect/payments` */
export interface AdminPaymentListParams extends AdminPaymentFilters {
  order?: "created_at" | "-created_at" | "amount" | "-amount"
  /** From 1 to 100, 20 unless given. */
  limit?: number
  offset?: number
}

export interface AdminPaymentListResponse {
  payments: AdminPaymentRow[]
  count: number
  /** Nobody counts beyond 1,000: false there. */
  is_exact: boolean
  has_more: boolean
  limit: number
  offset: number
}

/** `GET /admin/secuconnect/payments/export`: a CSV file. */
export interface AdminPaymentExportParams extends AdminPaymentFilters {
  language?: string
}

/** `POST /admin/secuconnect/payments/:id/report-delivery` */
export interface AdminReportDelivery {
  /** Nothing more of the order will be sent: what was sent last makes an invoice due. */
  is_complete?: boolean | undefined
}

/** `POST /admin/secuconnect/payments/:id/resolve` */
export interface AdminResolvePayment {
  resolution: "refund" | "keep" | "complete"
}
