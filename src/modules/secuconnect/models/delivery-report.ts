import type { InferTypeOf } from "@medusajs/framework/types"
import { model } from "@medusajs/framework/utils"

/** One shipment that secuconnect is to be told of; written before the call, sent until it is taken. */
export const DeliveryReport = model
  .define("secuconnect_delivery_report", {
    id: model.id({ prefix: "scdel" }).primaryKey(),
    checkout_id: model.text(),
    /** Medusa's fulfilment. */
    fulfillment_id: model.text(),
    /** `capture`: the final delivery of an invoice; `shipping_information`: tracking of any other. */
    kind: model.enum(["capture", "shipping_information"]),
    carrier: model.text().nullable(),
    tracking_id: model.text().nullable(),
    invoice_number: model.text().nullable(),
    order_number: model.text().nullable(),
    shipped_at: model.dateTime().nullable(),
    /** `open` until secuconnect has taken it; `refused` needs a person. */
    state: model.enum(["open", "done", "refused"]).default("open"),
    attempts: model.number().default(0),
    /** When the last attempt began, by the database's time. */
    tried_at: model.dateTime().nullable(),
    /** Why the last attempt failed, for the merchant. */
    problem: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_secuconnect_delivery_report_unique",
      on: ["checkout_id", "fulfillment_id", "kind"],
      unique: true,
    },
    {
      name: "IDX_secuconnect_delivery_report_open",
      on: ["checkout_id"],
      where: "state = 'open' AND deleted_at IS NULL",
    },
  ])

export type DeliveryReportRow = InferTypeOf<typeof DeliveryReport>
