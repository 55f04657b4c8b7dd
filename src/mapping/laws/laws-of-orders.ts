import type { Law } from "./law"

const REPAIR_SOON =
  "The scheduled check repairs it within minutes. If it stays, report it with the payment's history"

/** An order adds up, and says so. */
export const LAWS_OF_ORDERS = {
  order_underpaid: {
    law: "Whatever an order still owes is promised, or somebody is asked for it.",
    broken: "owes money that nobody has promised and nobody is asked for",
    todo: "Compare the order's total with what was paid. Send a payment link for the rest, or refund and cancel",
    told_by: [
      "amount_differs",
      "payment_failed",
      "payment_expired",
      "mismatch",
      "orphaned",
      "not_booked",
    ],
  },
  order_overpaid: {
    law: "No more is captured for an order than it was worth.",
    broken: "more was captured than the order was worth",
    todo: "Refund what is too much",
    told_by: ["orphaned", "amount_differs", "mismatch", "disputed", "payment_failed", "paid_twice"],
  },
  order_balance: {
    law: "What Medusa shows as outstanding is the order's total less its transactions.",
    broken: "what is shown as outstanding is not the total less what was paid",
    todo: REPAIR_SOON,
  },
  order_total: {
    law: "An order's total and its summary say the same.",
    broken: "the order's total is not that of its summary",
    todo: "Compare the order's articles, shipping and credit lines with its total, and report it",
  },
  order_transactions: {
    law: "An order's transactions are the captures and refunds of its payments.",
    broken: "the order's transactions are not its captures and refunds",
    todo: REPAIR_SOON,
  },
  collection_sums: {
    law: "A payment collection knows what was captured and refunded.",
    broken: "the payment collection shows other sums than its captures and refunds",
    todo: REPAIR_SOON,
  },
  credit_line_missing: {
    law: "A refund that the order did not owe anyway has a credit line.",
    broken: "the order owes again what was refunded: the credit line is missing",
    todo: "Add a credit line of that amount to the order before it is edited: an edit would charge it again",
  },
  credit_line_extra: {
    law: "An order has no more credit lines than its refunds needed and the customer was let off.",
    broken: "the order has a credit line too many, its total is too low",
    todo: "Compare the order's credit lines with its refunds, and correct the order",
  },
  payment_status: {
    law: "The order's payment status says what is paid.",
    broken: "the order's payment status says something else than what is paid",
    todo: "Compare the order's total with its payments in the admin",
    told_by: ["amount_differs", "payment_failed", "payment_expired", "mismatch", "orphaned"],
  },
  refunded_but_alive: {
    law: "No order lives on with everything given back.",
    broken: "everything was given back, and the order still wants its money",
    todo: "Cancel the order, or send the customer a payment link",
    told_by: ["payment_failed", "payment_expired"],
  },
  order_first_too_old: {
    law: "An order that was placed before its payment is paid or canceled when its hours are over.",
    broken: "placed before its payment, not paid, and not canceled in time",
    todo: "Look at the order's card for the reason: a change of it is open, or it was fulfilled. Send a payment link, or cancel it; look whether scheduled jobs run",
  },
  ordered_twice: {
    law: "One cart becomes one order.",
    broken: "more than one order of one cart",
    todo: "Cancel the order that is too much",
    counts: true,
  },
} as const satisfies Record<string, Law>
