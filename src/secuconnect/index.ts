export { createSecuconnectClient } from "./client"
export type { SecuconnectClient, SecuconnectClientOptions } from "./client"
export type { CallOptions } from "./communication/call"
export { normalizePaymentMethod } from "./data/payment-method"
export type { PaymentStatus } from "./data/payment-status"
export type { PaymentTransaction, RelatedPayment } from "./data/payment-transaction"
export type { ShippingInformation } from "./data/shipping-information"
export { SIMPLE_STATUSES } from "./data/simple-status"
export type { SimpleStatus } from "./data/simple-status"
export type { PaymentInstructions, SmartTransaction } from "./data/smart-transaction"
export type {
  Address,
  BasketProduct,
  Contact,
  SmartTransactionRequest,
} from "./data/smart-transaction-request"
export { SMART_TRANSACTION_STATUSES } from "./data/smart-transaction-status"
export type { SmartTransactionStatus } from "./data/smart-transaction-status"
export { isLive, isVendorPage, mayPayAt } from "./environment"
export * from "./errors"
export type { CancelRequest } from "./resources/payments"
