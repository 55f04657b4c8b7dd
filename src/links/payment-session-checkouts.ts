import { defineLink } from "@medusajs/framework/utils"
import PaymentModule from "@medusajs/medusa/payment"
import SecuconnectModule from "../modules/secuconnect"

/** `payment_session.secuconnect_checkouts`: a session has a second one when its cart has changed. */
export default defineLink(
  { linkable: PaymentModule.linkable.paymentSession, field: "id" },
  { ...SecuconnectModule.linkable.secuconnectCheckout.id, primaryKey: "payment_session_id" },
  { readOnly: true, isList: true },
)
