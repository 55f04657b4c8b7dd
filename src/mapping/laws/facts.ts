import type { BigNumberInput } from "@medusajs/framework/types"
import type { SecuconnectMoney } from "./secuconnect-money"

/*
 * What the audit has read, without a judgement. Amounts of Medusa are major units, as unrounded as it
 * keeps them; those of the ledger and of secuconnect are minor units.
 */

/** A capture or a refund of Medusa's payment; positive. */
export interface Booking {
  id: string
  amount: BigNumberInput
}

/** Medusa's payment. */
export interface AuditedPayment {
  id: string
  /** Who took it: `pp_secuconnect…`, or another provider. */
  provider_id: string
  checkout_id: string | null
  /** The order that it is linked to. */
  order_id: string | null
  amount: BigNumberInput
  currency_code: string
  is_canceled: boolean
  captures: Booking[]
  refunds: Booking[]
}

export interface AuditedSession {
  id: string
  provider_id: string
  status: string
  checkout_id: string | null
  amount: BigNumberInput
}

export interface AuditedCollection {
  id: string
  status: string
  amount: BigNumberInput
  /** As Medusa has summed its payments up. */
  captured_amount: BigNumberInput
  refunded_amount: BigNumberInput
  sessions: AuditedSession[]
  payments: AuditedPayment[]
}

/** What was given back is negative. */
export interface AuditedTransaction {
  /** `capture`, `refund`, or what the shop has booked otherwise. */
  reference: string | null
  reference_id: string | null
  amount: BigNumberInput
  /** Of the order, when it was written. */
  version: number
  created_at: Date
}

/** How much of an article was ordered, and where it is. */
export interface AuditedItem {
  quantity: BigNumberInput
  /** False for what is downloaded, say. */
  is_sent: boolean
  shipped: BigNumberInput
  /** Also what was collected, and never shipped. */
  delivered: BigNumberInput
  came_back: BigNumberInput
  written_off: BigNumberInput
}

/** The order as it was from one change to the next. `credit`: its credit lines, without those below zero. */
export interface OrderVersion {
  version: number
  total: BigNumberInput
  credit: BigNumberInput
}

export interface AuditedOrder {
  id: string
  status: string
  currency_code: string
  /** As the admin shows it. */
  payment_status: string
  items: AuditedItem[]
  /** When the last of it left the shop; null as long as nothing has. */
  shipped_at: Date | null
  /** As the admin shows it: with what was asked back and has not come yet, see `is_returning`. */
  shown_total: BigNumberInput
  is_returning: boolean
  /** It was placed before its payment, and that is still waited for. */
  is_order_first: boolean
  /** What the order is worth, less its credit lines, by its newest summary. */
  total: BigNumberInput
  /** What Medusa says is outstanding; negative where the customer is to get money back. */
  pending_difference: BigNumberInput
  /** Oldest first. */
  versions: OrderVersion[]
  /** Oldest first. */
  transactions: AuditedTransaction[]
  collections: AuditedCollection[]
}

/** A row of the ledger, what Medusa booked on it, and what secuconnect has. */
export interface AuditedCheckout {
  id: string
  reference: string
  /** What was asked for. */
  amount: number
  currency_code: string
  contract_id: string
  is_demo: boolean
  attention: string | null
  mismatch: string | null
  orphan_resolution: string | null
  waiting_since: Date | null
  reminded_at: Date | null
  /** When it is checked next; null where nothing can change any more. */
  due_at: Date | null
  /** Where the customer transfers to; null where that is not known. */
  instructions: object | null
  /** When secuconnect was last read, and when the row was written. */
  checked_at: Date | null
  created_at: Date
  payments: AuditedPayment[]
  /** What was sent, or is to be sent, and is not concluded. */
  open_requests: { kind: string; amount: number; created_at: Date }[]
  /** `capture`: the one that makes an invoice due. */
  delivery_reports: { kind: string; state: string; created_at: Date }[]
  /** What the shop's subscribers are told of it; `sent_at` null: to be sent. */
  events: { event_name: string; created_at: Date; sent_at: Date | null }[]
  /** What the history says of troubles that pass by themselves, oldest first. */
  troubles: { finding: string; created_at: Date }[]
  secuconnect: SecuconnectMoney
}

export interface AuditSettings {
  prepaymentReminderDays?: readonly number[] | undefined
  prepaymentExpiryDays?: number | undefined
  abandonAfterHours: number
  reportDelivery: boolean
}

/** What belongs together: an order and every checkout of it, or a checkout that has no order. */
export interface AuditedCase {
  /** Several only where something went wrong. */
  orders: AuditedOrder[]
  checkouts: AuditedCheckout[]
  settings: AuditSettings
  /** The database's. */
  now: Date
}
