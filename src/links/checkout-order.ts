import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import SecuconnectModule from "../modules/secuconnect"

/** `secuconnect_checkout.order` */
export default defineLink(
  { linkable: SecuconnectModule.linkable.secuconnectCheckout, field: "order_id" },
  { linkable: OrderModule.linkable.order },
  { readOnly: true },
)
