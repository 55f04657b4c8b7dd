import type { LinkMailOutcome, PaymentLinkState } from "../../../http-types"

/** The card of an order that says what is to be paid, and makes links to pay it. */
export const links = {
  title: "Payment link",
  open: "Outstanding",
  hint: "The customer pays on a page of this shop, with a method of their choice. No storefront is needed.",
  create: "Create payment link",
  createNew: "Create new payment link",
  mail: "Send by e-mail",
  notMailed: "The payment link was not sent",
  mailed: {
    sent: "The payment link was sent to the customer.",
    sent_before: "The payment link was sent within the last minute already.",
    off: "Switch the e-mail “Payment link” on first: Settings, secuconnect, E-mails to customers.",
    no_address: "The order has no e-mail address.",
    no_provider:
      "Medusa has no notification provider for the channel email. Your developer adds one to medusa-config.",
    failed: "The notification provider did not take the e-mail. Try again, or copy the link.",
  } satisfies Record<LinkMailOutcome, string>,
  replaces: "A new link ends the earlier one.",
  address: "Address",
  once: "Copy the address now: for safety it is shown only this once.",
  copy: "Copy payment link",
  print: "Print QR code",
  qr: "QR code that opens the payment link",
  paper: "Scan to pay",
  failed: "No link was created",
  shop: "The shop's own code",
  by: "{{who}}, {{when}}",
  sent: "Sent by e-mail",
  reminded: "Reminder sent",
  seen: "Opened",
  notSeen: "Not opened yet",
  paid: "Paid",
  validUntil: "Valid until",
  state: {
    valid: "Valid",
    paid: "Paid",
    replaced: "Replaced",
    cancelled: "Order canceled",
    expired: "Expired",
  } satisfies Record<PaymentLinkState, string>,
} as const
