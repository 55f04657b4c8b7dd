import { model } from "@medusajs/framework/utils"

/**
 * What we learned of a checkout: when, from where. Ids, statuses and amounts only. A line with an
 * `event_name` is also an event for the shop's subscribers; its id is the event's stable id.
 */
export const CheckoutEvent = model
  .define("secuconnect_checkout_event", {
    id: model.id({ prefix: "scevt" }).primaryKey(),
    checkout_id: model.text(),
    /** Where it came from, see `EVENT_SOURCES`. */
    source: model.text(),
    finding: model.text(),
    detail: model.json<Record<string, string | number | boolean | null>>().nullable(),
    /** `secuconnect.payment_accepted` and the like. */
    event_name: model.text().nullable(),
    /** What the event carries besides the ids of the checkout. */
    payload: model.json().nullable(),
    /** Makes an event happen once, whoever finds it: unique. */
    once: model.text().unique().nullable(),
    /** When Medusa's event bus took it; null: to be sent. */
    sent_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["checkout_id", "created_at"] },
    {
      name: "IDX_secuconnect_checkout_event_unsent",
      on: ["created_at"],
      where: "event_name IS NOT NULL AND sent_at IS NULL AND deleted_at IS NULL",
    },
  ])
