import { model } from "@medusajs/framework/utils"

/** One payment at secuconnect that belongs to a Smart Transaction, as last read. Minor units. */
export interface SeenPayment {
  id: string
  trans_id: string | null
  status: string
  amount: number | null
  currency: string | null
  is_refund: boolean
}

/** The account that the customer must transfer to, as secuconnect gave it for this one transaction. */
export interface SeenInstructions {
  owner: string
  iban: string
  bic: string | null
  bank_name: string | null
  purpose: string
}

/** What cart or order want from a payment. Minor units. */
export interface SeenAmountDue {
  amount: number
  currency_code: string
}

/** By what the payments page filters, beside the amounts. */
const FILTERED = [
  "is_test_payment",
  "is_demo",
  "creation",
  "status",
  "status_detail",
  "method",
  "requested_method",
  "attention",
  "orphan_resolution",
] as const

/**
 * One row per Smart Transaction that we made or tried to make. It is written before the request is
 * sent, and it is never deleted: a late payment must find it. No customer data.
 */
export const Checkout = model
  .define("secuconnect_checkout", {
    id: model.id({ prefix: "scchk" }).primaryKey(),
    /** Short id that a person can read; part of `merchantRef` and of the purpose at the bank. */
    reference: model.text().unique(),
    /** Whether the Smart Transaction exists. Only `open` ones can be paid. */
    creation: model.enum(["creating", "open", "not_created", "unclear"]).default("creating"),
    /** Host the Smart Transaction lives at. */
    base_url: model.text(),
    contract_id: model.text(),
    is_demo: model.boolean(),
    /** Made on the settings page: no session, no order, always a demo. */
    is_test_payment: model.boolean().default(false),
    /** Empty for a test payment of the settings page. */
    payment_session_id: model.text().index(),
    /** Leads to the order when the core has deleted the session. Null in rows of earlier versions. */
    payment_collection_id: model.text().index().nullable(),
    /** The session that it was started for, where the core deleted that one and another took its place. */
    started_session_id: model.text().index().nullable(),
    cart_id: model.text().nullable(),
    /** The link through which it was started; null elsewhere. */
    payment_link_id: model.text().nullable(),
    order_id: model.text().index().nullable(),
    /** The order's number, as people know it. */
    order_display_id: model.number().nullable(),
    /** The method that the session's provider stands for; null where the customer chooses. */
    requested_method: model.text().nullable(),
    /** Minor units of the currency. */
    amount: model.bigNumber(),
    currency_code: model.text(),
    /** Decimals of the minor unit, as when the row was written: they count for it from then on. */
    currency_exponent: model.number(),
    language: model.text(),
    return_url: model.text().nullable(),
    checkout_url: model.text().nullable(),
    /** Fingerprint of what the customer was shown: basket, people, sum. Salted with the reference. */
    digest: model.text().nullable(),
    /** The cart was changed after the Smart Transaction was made, and kept its total. */
    cart_changed: model.boolean().default(false),
    /** The order was compared with what the customer was shown: it could be read. */
    is_cart_compared: model.boolean().default(false),
    return_token_hash: model.text().unique(),
    push_token_hash: model.text().unique(),

    stx_id: model.text().unique().nullable(),
    /** What secuconnect says: status of the Smart Transaction, method, payments. */
    stx_status: model.text().nullable(),
    method: model.text().nullable(),
    trans_id: model.text().nullable(),
    payment_ids: model.array().default([]),
    payments: model.json<SeenPayment[]>().nullable(),
    instructions: model.json<SeenInstructions>().nullable(),
    /** Our reading of it, see `CheckoutStatus`. */
    status: model
      .enum(["open", "waiting", "authorized", "accepted", "failed", "cancelled", "unknown"])
      .nullable(),
    /** What the status alone does not say, see `StatusDetail`. */
    status_detail: model.enum(["in_review", "invoice_open", "refunded"]).nullable(),
    /** How it differs from what we asked for, see `Assessment`. */
    mismatch: model.text().nullable(),
    /** Since when the statuses do not fit together or cannot be read; null while all is clear. */
    unclear_since: model.dateTime().nullable(),
    /** A returned debit or a chargeback: `issue`, later `issue_resolved` or `lost`. */
    dispute: model.text().nullable(),
    /** What is left of the payment after all refunds, minor units; null while nothing is known of any. */
    effective_amount: model.bigNumber().nullable(),
    /** What cart or order cost, less what else pays for them, where that is not `amount`. */
    amount_due: model.json<SeenAmountDue>().nullable(),
    /** What is left of further payments of the same transaction that are in as well, minor units. */
    surplus_amount: model.bigNumber().default(0),
    /** Medusa holds a payment of it for an order: less than was asked for is then a refund or a reduction. */
    is_booked: model.boolean().default(false),
    /** When secuconnect was last read. */
    checked_at: model.dateTime().nullable(),
    /** Since when the order waits for a transfer, and when that was reminded of. */
    waiting_since: model.dateTime().nullable(),
    reminded_at: model.dateTime().nullable(),
    /** When we gave the transfer up, written down before it is cancelled. */
    expired_at: model.dateTime().nullable(),

    /** Why a person has to act; null when all is well. */
    attention: model.text().nullable(),
    /** Set when the session was deleted or replaced: an unpaid transaction is to be cancelled. */
    cancel_requested_at: model.dateTime().nullable(),
    /** The checkout that took this one's place in the same payment session. */
    superseded_by: model.text().nullable(),
    /** What a person has decided about a payment without order. */
    orphan_resolution: model.enum(["refund", "keep"]).nullable(),
    /** When the schedule checks it next; null when nothing can change any more. */
    due_at: model.dateTime().nullable(),
    /** Scheduled checks so far: the back-off counts them. */
    checks: model.number().default(0),
  })
  .indexes([
    { on: ["payment_ids"], type: "GIN" },
    { on: ["due_at"], where: "due_at IS NOT NULL AND deleted_at IS NULL" },
    // The payments page sorts by these two. It reads only them to find its rows, also the last of
    // 100,000: all that is filtered by is in them.
    {
      name: "IDX_secuconnect_checkout_by_time",
      on: ["created_at", "id", ...FILTERED, "amount", "effective_amount"],
    },
    {
      name: "IDX_secuconnect_checkout_by_amount",
      on: ["amount", "id", ...FILTERED, "effective_amount"],
    },
    { on: ["trans_id"] },
    { on: ["order_display_id"] },
    { on: ["attention"], where: "attention IS NOT NULL AND deleted_at IS NULL" },
  ])
