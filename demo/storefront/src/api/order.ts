import { sdk } from "../shop"
import type { PaymentState } from "./payment"
import type { Order } from "./types"

/** To which account the shopper transfers the money. */
export interface TransferDetails {
  owner: string
  /** In groups of four. */
  iban: string
  bic: string | null
  bank_name: string | null
  purpose: string
  amount: number
  currency_code: string
  /** A complete SVG document, for the shopper's banking app. */
  qr_svg: string | null
}

export interface OrderPayment {
  method: string | null
  state: PaymentState
  /** For the shopper, in the language that the payment was started in. */
  text: string
  amount: number
  currency_code: string
  is_demo: boolean
  /** While something is to be transferred: prepayment that waits, or an invoice. */
  transfer_details: TransferDetails | null
}

export async function fetchOrder(id: string): Promise<Order> {
  const { order } = await sdk.store.order.retrieve(id, { fields: "+items.original_total" })
  return order
}

/** @returns `null` for an order that was not paid through secuconnect */
export async function fetchOrderPayment(orderId: string): Promise<OrderPayment | null> {
  const { payment } = await sdk.client.fetch<{ payment: OrderPayment | null }>(
    `/store/secuconnect/orders/${encodeURIComponent(orderId)}`,
  )
  return payment
}
