import type { PaymentLinkState } from "../mapping/views/payment-link"
import type { LinkMailOutcome } from "../mapping/words/mails"

export type { LinkMailOutcome, PaymentLinkState }

/** A link through which an order can be paid, or could. Its address is told when it is made, only then. */
export interface AdminPaymentLink {
  id: string
  state: PaymentLinkState
  /** Name or e-mail address of the admin user; null where the shop's own code made it. */
  made_by: string | null
  created_at: string
  expires_at: string
  /** When the customer got it by e-mail first, and was last reminded of it. */
  mailed_at: string | null
  reminded_at: string | null
  /** When the page was opened first, and when the order was paid through it. */
  seen_at: string | null
  paid_at: string | null
}

/** `GET /admin/secuconnect/orders/:id/payment-links`, the newest first. */
export interface AdminPaymentLinksResponse {
  /** Whether a link can be made for the order as it stands. */
  can_be_paid: boolean
  /** What is to be paid; null where nothing is. */
  open: { amount: number; currency_code: string; currency_exponent: number } | null
  /** The order came first (setting `orderFirst`) and waits for its payment; null for any other. */
  unpaid_order: {
    /** When it is cancelled unless it is paid. */
    cancel_at: string
    /** Why it was not cancelled though that time is over, in one line. */
    problem: string | null
  } | null
  payment_links: AdminPaymentLink[]
}

/** `POST /admin/secuconnect/orders/:id/payment-links` */
export interface AdminCreatedPaymentLinkResponse {
  payment_link: {
    id: string
    /** For the customer. Told this once: the shop keeps a hash of it. */
    url: string
    /** The same as a complete SVG document, for papers. */
    qr_svg: string
    expires_at: string
  }
}

/**
 * `POST /admin/secuconnect/orders/:id/payment-links/mail`: makes a link and mails it to the customer. No
 * link is made where nothing can be sent.
 */
export interface AdminMailedPaymentLinkResponse {
  outcome: LinkMailOutcome
}
