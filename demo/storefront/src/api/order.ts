import { sdk } from "../shop"
import type { Order } from "./types"

/** To which account the shopper transfers the money. */
export interface TransferDetails {
  owner: string
  /** In groups of four. */
  iban: string
  bic: string
  bank_name: string
  purpose: string
  amount: number
  currency_code: string
  /** A complete SVG document, for the shopper's banking app. */
  qr_svg: string | null
}

export interface OrderPayment {
  order_id: string
  method: string | null
  state: "waiting" | "authorized" | "paid" | "refunded" | "failed" | "canceled"
  /** For the shopper. */
  text: string
  amount: number
  currency_code: string
  is_demo: boolean
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
