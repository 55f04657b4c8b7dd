/** The codes of errors that only people at the shop get to see. */
type MerchantErrorCode =
  | "secuconnect_money_request_failed"
  | "secuconnect_action_not_possible"
  | "secuconnect_action_failed"

/** Why a shopper should not be sent to the payment page; doubles as the code of the sentence. */
export type Obstacle =
  | "checkout_session_gone"
  | "checkout_already_completed"
  | "checkout_already_paid"
  | "checkout_failed"
  | "checkout_cart_empty"
  | "checkout_amount_changed"
  | "checkout_out_of_stock"

/** The codes that a storefront finds in `code` of an error of ours. */
export type StoreErrorCode =
  | "secuconnect_not_configured"
  | "secuconnect_unavailable"
  | "secuconnect_refused"
  | "secuconnect_amount_invalid"
  | "secuconnect_currency_not_offered"
  | "secuconnect_method_not_offered"
  | "secuconnect_method_currency"
  | "secuconnect_method_amount"
  | "secuconnect_method_company"
  | "secuconnect_method_address"
  | "secuconnect_method_articles"
  | "secuconnect_return_url_not_allowed"
  | "secuconnect_nothing_to_pay"
  | "secuconnect_too_many_links"
  | "secuconnect_too_many_starts"
  | Obstacle

/** Every code of ours. */
export type ErrorCode = StoreErrorCode | MerchantErrorCode
