import type { PaymentLinkState } from "../../../http-types"

/** The card of an order that says what is to be paid, and makes links to pay it. */
export const links = {
  title: "Payment link",
  open: "Outstanding",
  hint: "The customer pays on a page of this shop, with a method of their choice. No storefront is needed.",
  create: "Create payment link",
  createNew: "Create new payment link",
  replaces: "The earlier link ends then.",
  address: "Address",
  once: "Copy the address now: for safety it is shown only this once.",
  copy: "Copy payment link",
  print: "Print QR code",
  qr: "QR code that opens the payment link",
  paper: "Scan to pay",
  failed: "No link was created",
  shop: "The shop's own code",
  by: "{{who}}, {{when}}",
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
