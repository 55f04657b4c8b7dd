import type { AuditedCase } from "../../../../../src/mapping/laws/facts"
import type { LawCode } from "../../../../../src/mapping/laws/laws"
import {
  audited,
  checkout,
  daysAgo,
  isPromised,
  minutesAgo,
  NOW,
  order,
  paidCase,
  payment,
  TOLD,
  waitingCase,
} from "./cases"

const ALL = { captures: [31.9] }

/** What Medusa does not show, nobody looks at, or nobody is told. */
export const BROKEN_TELLINGS: [LawCode, string, AuditedCase][] = [
  [
    "promise_not_booked",
    "authorized for an order, and Medusa has no payment",
    audited({
      orders: [order([], { payment_status: "not_paid" })],
      checkouts: [checkout({ secuconnect: isPromised(3190) })],
    }),
  ],
  [
    "promise_not_booked",
    "authorized for an order, and Medusa has cancelled the payment",
    paidCase({}, { checkout: { payments: [payment({}, { is_canceled: true })] } }),
  ],
  [
    "check_overdue",
    "a transfer that nobody will look at again",
    waitingCase({ checkout: { due_at: null } }),
  ],
  [
    "check_overdue",
    "a paid order whose check is two days late",
    paidCase(ALL, { checkout: { due_at: daysAgo(2) } }),
  ],
  [
    "check_overdue",
    "an authorization that nobody will look at again",
    paidCase({}, { checkout: { due_at: null } }),
  ],
  [
    "event_not_sent",
    "an event that is to be sent since yesterday",
    paidCase(ALL, { checkout: { events: [{ ...TOLD, created_at: daysAgo(1), sent_at: null }] } }),
  ],
  ["transfer_not_told", "nobody was told the account", waitingCase({ checkout: { events: [] } })],
  [
    "transfer_not_told",
    "only that the payment was reminded of",
    waitingCase({
      checkout: { events: [{ ...TOLD, event_name: "secuconnect.payment_reminder" }] },
    }),
  ],
  [
    "told_too_soon",
    "a lock was told at once",
    paidCase(ALL, { checkout: { troubles: [{ finding: "orphaned", created_at: NOW }] } }),
  ],
  [
    "told_too_soon",
    "a lock was told when it had been tried for a minute",
    paidCase(ALL, {
      checkout: {
        troubles: [
          { finding: "complete_cart_failed", created_at: minutesAgo(1) },
          { finding: "orphaned", created_at: NOW },
        ],
      },
    }),
  ],
  [
    "reminder_not_sent",
    "eight days after the order, three are set",
    {
      ...waitingCase({ checkout: { reminded_at: null } }),
      settings: { reportDelivery: true, abandonAfterHours: 24, prepaymentReminderDays: [3] },
    },
  ],
  [
    "reminder_not_sent",
    "eight days after the order, and once of twice",
    {
      ...waitingCase({ checkout: { reminded_at: daysAgo(4) } }),
      settings: { reportDelivery: true, abandonAfterHours: 24, prepaymentReminderDays: [3, 6] },
    },
  ],
]
