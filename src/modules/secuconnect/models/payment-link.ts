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
    /** When the customer got it by e-mail first, and when they were last reminded of it. */
    mailed_at: model.dateTime().nullable(),
    reminded_at: model.dateTime().nullable(),
    /** A reminder's address leads to the same link: hashes of their tokens. */
    reminder_token_hashes: model.array().default([]),
    /** Set when it ended before its time. */
    ended_at: model.dateTime().nullable(),
    ended_reason: model.enum(["replaced", "paid", "cancelled"]).nullable(),
    /** Payments that were started through it, and since when they are counted. */
    starts: model.number().default(0),
    starts_since: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_id", "created_at"] },
    { on: ["reminder_token_hashes"], type: "GIN" },
    {
      on: ["mailed_at"],
      where: "mailed_at IS NOT NULL AND ended_at IS NULL AND deleted_at IS NULL",
    },
  ])
