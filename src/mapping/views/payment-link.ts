/** Where a payment link stands, in one word that the admin has a text for. */
export type PaymentLinkState = "valid" | "paid" | "replaced" | "cancelled" | "expired"

interface Link {
  expires_at: Date
  paid_at: Date | null
  ended_at: Date | null
  ended_reason: "replaced" | "paid" | "cancelled" | null
}

/** A link that was paid through stays that, also when another one was made since. Pure. */
export function paymentLinkState(link: Link, now: Date): PaymentLinkState {
  if (link.paid_at !== null) return "paid"
  if (link.ended_at !== null) return link.ended_reason ?? "expired"
  return link.expires_at <= now ? "expired" : "valid"
}
