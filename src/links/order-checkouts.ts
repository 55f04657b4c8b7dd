import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import SecuconnectModule from "../modules/secuconnect"

/** `order.secuconnect_checkouts`: what was begun for an order, also what was replaced or failed. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...SecuconnectModule.linkable.secuconnectCheckout.id, primaryKey: "order_id" },
  { readOnly: true, isList: true },
)
