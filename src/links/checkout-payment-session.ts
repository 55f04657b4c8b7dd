import { defineLink } from "@medusajs/framework/utils"
import PaymentModule from "@medusajs/medusa/payment"
import SecuconnectModule from "../modules/secuconnect"

/** `secuconnect_checkout.payment_session`; null once the core has deleted the session. */
export default defineLink(
  { linkable: SecuconnectModule.linkable.secuconnectCheckout, field: "payment_session_id" },
  { linkable: PaymentModule.linkable.paymentSession },
  { readOnly: true },
)
