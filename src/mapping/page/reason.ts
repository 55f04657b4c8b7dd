import type { LinkReason } from "../words/mails"

/** Why something is to be paid, in one word that the page has a sentence for. */
export const PAGE_REASONS = [
  "whole",
  "rest",
  "edit",
  "exchange",
  "claim",
  "expired",
  "failed",
  "returned",
] as const

export type PageReason = (typeof PAGE_REASONS)[number]

/** What tells why an order has money open. */
export interface ReasonFacts {
  /** Something was paid for the order already. */
  is_partly_paid: boolean
  /** Medusa's kind of the newest change of the order that was confirmed: `edit`, `exchange`, …; null: none. */
  last_change: string | null
  /** Its payments, the newest first: how those ended that ended. */
  payments: EndedPayment[]
}

interface EndedPayment {
  status: string | null
  /** Its customer was asked to transfer the money, and it did not come in time. */
  was_transfer: boolean
  /** A debit that the customer's bank has returned. */
  was_returned: boolean
  /** Medusa has it for the order, and it has failed since. */
  was_lost: boolean
}

const CHANGES = ["edit", "exchange", "claim"] as const

const LINK_REASON: Readonly<Record<PageReason, LinkReason>> = {
  whole: "order",
  rest: "order",
  edit: "order_edit",
  exchange: "exchange",
  claim: "claim",
  expired: "transfer_expired",
  failed: "payment_failed",
  returned: "debit_returned",
}

/** The same as a mail with the link says it. Pure. */
export function linkReasonOf(facts: ReasonFacts): LinkReason {
  return LINK_REASON[reasonOf(facts)]
}

/** Says why something is to be paid. Pure. */
export function reasonOf({ is_partly_paid, last_change, payments }: ReasonFacts): PageReason {
  if (payments.some(({ was_returned }) => was_returned)) return "returned"
  if (payments.some(({ was_lost }) => was_lost)) return "failed"
  if (is_partly_paid) return CHANGES.find((change) => change === last_change) ?? "rest"
  const dead = payments.find(({ status }) => status === "failed" || status === "cancelled")
  if (!dead) return "whole"
  return dead.was_transfer ? "expired" : "failed"
}
