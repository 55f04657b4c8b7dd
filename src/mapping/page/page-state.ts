import type { ReturnClaim, SessionFinding } from "../views/outcome"
import type { Refunded } from "../views/refunded"

/** What the payment page of an order says, in one word that it has texts for. */
export const PAGE_STATES = [
  "unknown",
  "open",
  "failed",
  "left",
  "checked",
  "waiting",
  "paid",
  "refunded",
  "ended",
  "cancelled",
  "closed",
] as const

export type PageState = (typeof PAGE_STATES)[number]

/** Everything that decides what the page says. */
export interface PageFacts {
  order: {
    canceled: boolean
    is_draft: boolean
    /** What is to be paid, minor units; null where nobody knows. */
    open: number | null
  }
  /** What of the order's money went back. */
  refunded: Refunded | null
  /** The link was replaced and the visitor is not paying through it, or its time is over. */
  is_ended: boolean
  /** There is a method that the order can be paid with. */
  has_choices: boolean
  /** The payment that the customer comes back from; null for who opens the link. */
  returned: SessionFinding | null
  /** What the address of the return says: it only words what is still open. */
  claim: ReturnClaim | null
  /** A payment of the order is there, by whichever provider, and nobody knows yet how it ends. */
  is_checked: boolean
  /** There is an account to transfer to. */
  is_waiting: boolean
}

const is =
  (...states: SessionFinding["state"][]) =>
  ({ returned }: PageFacts) =>
    returned !== null && states.includes(returned.state)

const cameBack = (claim: ReturnClaim) => (facts: PageFacts) =>
  is("open")(facts) && facts.claim === claim

const isPaid = ({ order }: PageFacts) => order.open !== null && order.open <= 0

/** The first that is true counts: money that is there goes before all, and what is paid before what ended. */
const RULES: readonly (readonly [PageState, (facts: PageFacts) => boolean])[] = [
  ["checked", is("processing")],
  ["cancelled", ({ order }) => order.canceled],
  ["refunded", (facts) => isPaid(facts) && facts.refunded === "all"],
  ["paid", isPaid],
  ["closed", ({ order }) => order.is_draft || order.open === null],
  ["checked", ({ is_checked }) => is_checked],
  ["checked", cameBack("success")],
  ["ended", ({ is_ended }) => is_ended],
  ["closed", ({ has_choices, is_waiting }) => !has_choices && !is_waiting],
  ["failed", is("failed", "aborted", "not_ordered")],
  ["failed", cameBack("error")],
  ["left", cameBack("abort")],
  ["waiting", ({ is_waiting }) => is_waiting],
]

/** Says what the page says. Pure. */
export function pageState(facts: PageFacts): PageState {
  return RULES.find(([, applies]) => applies(facts))?.[0] ?? "open"
}

const PAYABLE: ReadonlySet<PageState> = new Set(["open", "failed", "left", "waiting"])

/** Whether a payment may be started as things stand. */
export function isPayable(state: PageState): boolean {
  return PAYABLE.has(state)
}
