import type { MethodChoice } from "../mapping/methods/methods"
import type { OrderPaymentStanding } from "../mapping/views/order-payment"
import type { ReturnOutcome, SessionState } from "../mapping/views/outcome"
import type { StoreErrorCode } from "../mapping/words/error-codes"
import type { ErrorResponse, TransferDetails } from "./common"

export type { OrderPaymentStanding, ReturnOutcome, SessionState, StoreErrorCode }

/** An error of the plugin on the storefront's side; Medusa's own have no code. */
export interface StoreErrorResponse extends ErrorResponse {
  code?: StoreErrorCode
}

/** `GET /store/secuconnect/payment-methods` */
export interface StorePaymentMethodsParams {
  cart_id: string
  /** Language of names and descriptions; the cart's unless given. */
  locale?: string
}

/** A way to pay, in the shopper's language. */
export interface StorePaymentMethod {
  /** For Medusa's payment session. */
  provider_id: string
  /** `general`: the shopper chooses on secupay's page. */
  method: MethodChoice
  name: string
  description: string
  /** For the `src` of an image. */
  icon: string
}

export interface StorePaymentMethodsResponse {
  /** In the order in which they are to be shown. */
  payment_methods: StorePaymentMethod[]
}

/** `POST /store/secuconnect/payment-sessions/:id/checkout` */
export interface StoreCheckoutResponse {
  payment_session: {
    id: string
    /** Where the shopper pays: the whole page goes there. */
    checkout_url: string
  }
}

/** What stands in the query of the storefront's return page. */
export interface StoreReturnParams {
  outcome: ReturnOutcome
  /** Not there where the outcome is `unknown`. */
  payment_session_id?: string
  /** There as soon as the order has been placed. */
  order_id?: string
}

/** What has become of a payment, for a page that waits. */
export interface StorePaymentSession {
  id: string
  state: SessionState
  /** Tells more than `state`: `payment_open`, `payment_in_review` and the like. */
  code: string
  /** For the shopper, in the language of the session. */
  text: string
  /** There as soon as the order has been placed. */
  order_id: string | null
}

/** `GET /store/secuconnect/payment-sessions/:id` */
export interface StorePaymentSessionResponse {
  payment_session: StorePaymentSession
}

/** How an order is paid. */
export interface StoreOrderPayment {
  order_id: string | null
  method: string | null
  state: OrderPaymentStanding
  /** For the shopper, in the language that the payment was started in. */
  text: string
  amount: number
  currency_code: string
  is_demo: boolean
  /** While something is to be transferred: a prepayment that waits, or an invoice. */
  transfer_details: TransferDetails | null
}

/** `GET /store/secuconnect/orders/:id` */
export interface StoreOrderPaymentResponse {
  /** null: the order was not paid with secuconnect. */
  payment: StoreOrderPayment | null
  /** Something is to be paid: the page may show "Pay now", see `StorePaymentLinkResponse`. */
  can_be_paid: boolean
}

/** `POST /store/secuconnect/orders/:id/payment-links` */
export interface StorePaymentLinkResponse {
  payment_link: {
    /** The page on which the order is paid: the whole page goes there. */
    url: string
    expires_at: string
  }
}
