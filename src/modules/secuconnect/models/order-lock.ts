import { model } from "@medusajs/framework/utils"

/**
 * Whoever lets the core write an order's money holds the order's row here, on whatever server. One that
 * dies with it loses it by its time, which only the database's clock decides.
 */
export const OrderLock = model.define("secuconnect_order_lock", {
  /** The order's. */
  id: model.text().primaryKey(),
  /** Medusa's payment whose money is moved; null for all that the order has. */
  payment_id: model.text().nullable(),
  /** Of this one holding. */
  holder: model.text(),
  expires_at: model.dateTime(),
})
