import { model } from "@medusajs/framework/utils"

/** What we learned of a checkout: when, from where. Ids, statuses and amounts only. */
export const CheckoutEvent = model
  .define("secuconnect_checkout_event", {
    id: model.id({ prefix: "scevt" }).primaryKey(),
    checkout_id: model.text(),
    /** Who looked: the shopper's return, a push, the clock, the admin, or a call of Medusa. */
    source: model.text(),
    finding: model.text(),
    detail: model.json<Record<string, string | number | boolean | null>>().nullable(),
  })
  .indexes([{ on: ["checkout_id", "created_at"] }])
