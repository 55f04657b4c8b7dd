/** The words that the routes answer with. Types only: nothing of the server reaches the admin. */
export type { Attention, EventSource, Finding, WarningCode } from "../mapping/words/findings"
export type {
  InvoiceStep,
  Mismatch,
  OrphanDecision,
  PaymentAction,
  PaymentState,
} from "../mapping/words/payments"
