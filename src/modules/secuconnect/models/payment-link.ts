import { model } from "@medusajs/framework/utils"

/**
 * A link to the page on which an order is paid, see docs/payment-lifecycle.md. Whoever has it may pay for
 * the order, and sees its number and what is to be paid.
 */
export const PaymentLink = model
  .define("secuconnect_payment_link", {
    id: model.id({ prefix: "sclnk" }).primaryKey(),
    order_id: model.text(),
    /** The token itself is in the address alone. */
    token_hash: model.text().unique(),
    /** The admin user; null where the shop's own code made it. */
    made_by: model.text().nullable(),
    /** From then on nobody can pay through it. */
    expires_at: model.dateTime(),
    /** When the page was opened first, and when the order was paid through it. */
    seen_at: model.dateTime().nullable(),
    paid_at: model.dateTime().nullable(),
    /** Set when it ended before its time. */
    ended_at: model.dateTime().nullable(),
    ended_reason: model.enum(["replaced", "paid", "cancelled"]).nullable(),
    /** Payments that were started through it, and since when they are counted. */
    starts: model.number().default(0),
    starts_since: model.dateTime().nullable(),
  })
  .indexes([{ on: ["order_id", "created_at"] }])
