/**
 * The storefront kit: what a storefront does to take payments with this plugin, for any framework, in
 * browsers, on the edge and in Node. `import { createStoreClient, pay } from
 * "medusa-payment-secuconnect/storefront"`. Nothing here throws: every failure is a value.
 */
export { type CartState, retrieveCartState } from "./cart-state"
export { type Failure, type FailureCode, FAILURES, type Remedy, type Result } from "./failure"
export { type StoreLocale, toStoreLocale } from "./locale"
export { createPaymentLink, retrieveOrderPayment } from "./order-payment"
export {
  completeCart,
  pay,
  retrieveCheckoutUrl,
  type StartedPayment,
  startPayment,
  type StartPayment,
} from "./pay"
export { listPaymentMethods } from "./payment-methods"
export {
  isDecided,
  type Look,
  pollPayment,
  retrievePayment,
  type Wait,
  type Waited,
  waitForPayment,
} from "./payment-session"
export { readReturn, type Returned } from "./return"
export {
  createStoreClient,
  type MedusaSdk,
  type StoreAddress,
  type StoreClient,
  type StoreClientOptions,
  type StoreRequest,
} from "./store-client"
export type {
  ReturnOutcome,
  OrderPaymentStanding,
  SessionState,
  StoreCheckoutResponse,
  StoreErrorCode,
  StoreErrorResponse,
  StoreOrderPayment,
  StoreOrderPaymentResponse,
  StorePaymentLinkResponse,
  StorePaymentMethod,
  StorePaymentMethodsParams,
  StorePaymentMethodsResponse,
  StorePaymentSession,
  StorePaymentSessionResponse,
  StoreReturnParams,
  TransferDetails,
} from "../http-types"
