/**
 * What the plugin's routes take and answer, as it goes over HTTP: amounts in major units, times as
 * ISO 8601. Types only, for storefronts, admin pages and scripts:
 * `import type { StoreOrderPayment } from "medusa-payment-secuconnect/http-types"`.
 */
export type * from "./admin-payment-links"
export type * from "./admin-payments"
export type * from "./admin-settings"
export type * from "./common"
export type * from "./store"
export type { Attention, EventSource, Finding, WarningCode } from "../mapping/words/findings"
export type { MailKind } from "../mapping/words/mails"
export type { InvoiceStep, Mismatch, OrphanDecision } from "../mapping/words/payments"
export type { ProblemReason } from "../mapping/words/problem"
