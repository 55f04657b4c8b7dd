import type { Shipment } from "../../../../src/mapping/delivery/shipment"

/** A parcel that has left the shop. */
export const aShipment = (fields: Partial<Shipment> = {}): Shipment => ({
  fulfillment_id: "ful_1",
  requires_shipping: true,
  carrier: "DHL",
  tracking_id: "00340434161094042557",
  invoice_number: null,
  order_number: "17",
  shipped_at: new Date("2026-11-24T10:00:00Z"),
  ...fields,
})
