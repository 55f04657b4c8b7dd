/** @see https://developer.secuconnect.com/integration/Mark_as_Shipped.html */
export interface ShippingInformation {
  carrier?: string
  tracking_id?: string
  invoice_number?: string
  /** ISO 8601 with offset; now where it is absent. */
  shipped_at?: string
  order_id?: string
}
