import { model } from "@medusajs/framework/utils"

/**
 * Order first, see docs/payment-lifecycle.md: a payment session on which its cart may be ordered before
 * anything is paid, and the order that came of it. It has no Smart Transaction: what is paid is started
 * on the order's payment page. No customer data.
 */
export const UnpaidOrder = model
  .define("secuconnect_unpaid_order", {
    id: model.id({ prefix: "scuno" }).primaryKey(),
    payment_session_id: model.text().unique(),
    cart_id: model.text(),
    /** The order that was placed on it, and when; null as long as none was. */
    order_id: model.text().index().nullable(),
    placed_at: model.dateTime().nullable(),
    /** What the cart cost when it was started, minor units of the currency. */
    amount: model.bigNumber(),
    currency_code: model.text(),
    language: model.text(),
    is_demo: model.boolean(),
    /** When the schedule looks at it next; null when nothing is to be done any more. */
    due_at: model.dateTime().nullable(),
    /** Nobody waits for its first payment any more; `transfer`: the rules of transfers go on. */
    ended_at: model.dateTime().nullable(),
    ended_reason: model.enum(["paid", "transfer", "cancelled"]).nullable(),
    /** Why it was not cancelled though its time is over, in one line. */
    problem: model.text().nullable(),
  })
  .indexes([{ on: ["due_at"], where: "due_at IS NOT NULL AND deleted_at IS NULL" }])
