import type { InferTypeOf } from "@medusajs/framework/types"
import type { Checkout } from "./models/checkout"
import type { MoneyRequest } from "./models/money-request"
import type { PaymentLink } from "./models/payment-link"
import type { UnpaidOrder } from "./models/unpaid-order"

export type CheckoutRow = InferTypeOf<typeof Checkout>
export type MoneyRequestRow = InferTypeOf<typeof MoneyRequest>
export type PaymentLinkRow = InferTypeOf<typeof PaymentLink>
export type UnpaidOrderRow = InferTypeOf<typeof UnpaidOrder>

export type { EventSource } from "../../mapping/words/findings"

export type EventDetail = Record<string, string | number | boolean | null>

/** What is known of a checkout before the Smart Transaction is made. Amount in minor units. */
export interface NewCheckout {
  payment_session_id: string
  requested_method?: string | null
  amount: number
  currency_code: string
  contract_id: string
  is_demo: boolean
  /** Without a session: see the model. */
  is_test_payment?: boolean
}

/** The row, and the two tokens of which it holds only the hashes. */
export interface BegunCheckout {
  checkout: CheckoutRow
  returnToken: string
  pushToken: string
}
