import type { AuditedCase } from "../../../../src/mapping/laws/facts"
import {
  NOW,
  TOLD,
  minutesAgo,
  audited,
  brokenIn,
  checkout,
  collection,
  daysAgo,
  isAwaited,
  isGone,
  isIn,
  knownIn,
  money,
  order,
  paidCase,
  payment,
  twice,
  waitingCase,
} from "./support/cases"

const ALL = { captures: [31.9] }
const TEN_BACK = { captures: [31.9], refunds: [10] }
const ALL_BACK = { captures: [31.9], refunds: [31.9] }

const edited = { version: 2, total: 49.85, credit: 0 }
const [first] = order([payment(ALL)]).versions
const link = collection([], { id: "pay_col_2", status: "not_paid", amount: 17.95 })

/** Paid with secuconnect, and the rest of an edit with another provider. */
function paidWithTwo(second: Parameters<typeof payment>[0]): AuditedCase {
  const own = payment(ALL)
  const other = payment(second, {
    id: "pay_2",
    provider_id: "pp_system_default",
    checkout_id: null,
    amount: 17.95,
  })
  const collections = [collection([own]), collection([other], { id: "pay_col_2", amount: 17.95 })]
  const versions = [first!, edited]
  const payment_status = other.captures.length > 0 ? "captured" : "partially_captured"
  const bought = order([own, other], { total: 49.85, versions, collections, payment_status })
  return audited({
    orders: [bought],
    checkouts: [checkout({ payments: [own], secuconnect: isIn(3190) })],
  })
}

const HEALTHY: [string, AuditedCase][] = [
  ["a paid order", paidCase(ALL)],
  ["an authorized order", paidCase({})],
  ["an order that waits for its transfer", waitingCase()],
  [
    "an order that was placed before its payment, whose payment page nobody used",
    waitingCase({
      order: { is_order_first: true },
      checkout: { waiting_since: null, reminded_at: null, secuconnect: isGone },
    }),
  ],
  ["a partly refunded order", paidCase(TEN_BACK)],
  ["a refunded order", paidCase(ALL_BACK)],
  [
    "refunds in parts that do not round",
    paidCase({ captures: [31.9], refunds: [14.125057, 8.678718] }),
  ],
  ["a checkout that nobody paid", audited({ checkouts: [checkout({ secuconnect: isGone })] })],
  [
    "an order to which an article was added",
    paidCase(ALL, {
      order: {
        total: 49.85,
        versions: [first!, edited],
        payment_status: "partially_captured",
        collections: [collection([payment(ALL)]), link],
      },
    }),
  ],
  [
    "an order of which an article was taken off",
    paidCase(ALL, {
      order: { total: 15.95, versions: [first!, { version: 2, total: 15.95, credit: 0 }] },
    }),
  ],
  [
    "an order of which an article more was let off with a credit line, and another then taken off",
    paidCase(ALL, {
      order: {
        total: 15.95,
        versions: [
          first!,
          edited,
          { version: 3, total: 31.9, credit: 17.95 },
          { version: 4, total: 15.95, credit: 17.95 },
        ],
      },
    }),
  ],
  ["the rest paid with another provider", paidWithTwo({ captures: [17.95] })],
  ["the rest authorized with another provider", paidWithTwo({})],
  [
    "a gift card",
    paidCase(
      { captures: [31.9] },
      { order: { versions: [{ version: 1, total: 31.9, credit: 12.4 }] } },
    ),
  ],
  [
    "a canceled order whose money went back",
    paidCase(ALL_BACK, { order: { status: "canceled", payment_status: "refunded" } }),
  ],
  [
    "an order refunded but for one cent, which Medusa calls refunded",
    paidCase(
      { captures: [31.9], refunds: [31.89] },
      {
        order: { payment_status: "refunded" },
        checkout: { secuconnect: isIn(1) },
      },
    ),
  ],
  [
    "an order whose second payment page nobody used",
    twice(
      { payments: [payment(ALL)], secuconnect: isIn(3190) },
      { secuconnect: isGone },
      order([payment(ALL)]),
    ),
  ],
  [
    "an order that is to be reminded of in three days",
    {
      ...waitingCase({ checkout: { reminded_at: null } }),
      settings: { reportDelivery: true, abandonAfterHours: 24, prepaymentReminderDays: [11] },
    },
  ],
  [
    "an order that was reminded of twice, eight days after it, and is to be once more",
    {
      ...waitingCase({ checkout: { reminded_at: daysAgo(1) } }),
      settings: { reportDelivery: true, abandonAfterHours: 24, prepaymentReminderDays: [3, 6, 9] },
    },
  ],
  [
    "an order that was placed a moment ago: nothing is late yet",
    waitingCase({
      checkout: {
        ...{ created_at: NOW, waiting_since: NOW, reminded_at: null },
        events: [],
      },
    }),
  ],
  [
    "an event that is published in a moment",
    paidCase(ALL, { checkout: { events: [{ ...TOLD, created_at: NOW, sent_at: null }] } }),
  ],
  [
    "a trouble that was told when it had lasted",
    paidCase(ALL, {
      checkout: {
        troubles: [
          { finding: "complete_cart_failed", created_at: minutesAgo(16) },
          { finding: "complete_cart_failed", created_at: minutesAgo(1) },
          { finding: "orphaned", created_at: NOW },
        ],
      },
    }),
  ],
  ["a paid order that is checked no more", paidCase(ALL, { checkout: { due_at: null } })],
  [
    "a transfer whose account is not known yet",
    waitingCase({ checkout: { instructions: null, events: [] } }),
  ],
  [
    "an order that waits for one of two transfers, of which the newer was reminded of",
    {
      ...waitingCase(),
      checkouts: [
        ...waitingCase({ checkout: { reminded_at: null } }).checkouts,
        ...waitingCase({ checkout: { id: "scchk_2", created_at: daysAgo(8) } }).checkouts,
      ],
      settings: { reportDelivery: true, abandonAfterHours: 24, prepaymentReminderDays: [3] },
    },
  ],
  [
    "an order that waits for one of two transfers",
    {
      ...waitingCase(),
      checkouts: [
        ...waitingCase().checkouts,
        checkout({ id: "scchk_2", reference: "DEF", secuconnect: isAwaited(3190) }),
      ],
    },
  ],
  [
    "a yen order",
    audited({
      orders: [
        order([payment({ captures: [1980] }, { amount: 1980, currency_code: "jpy" })], {
          currency_code: "jpy",
          total: 1980,
          versions: [{ version: 1, total: 1980, credit: 0 }],
        }),
      ],
      checkouts: [
        checkout({
          amount: 1980,
          currency_code: "jpy",
          payments: [payment({ captures: [1980] }, { amount: 1980, currency_code: "jpy" })],
          secuconnect: money({ in: 1980, largest: 1980, sum: 1980, currencies: ["jpy"] }),
        }),
      ],
    }),
  ],
]

it.each(HEALTHY)("no law is broken by %s", (_what, found) => {
  expect(brokenIn(found)).toEqual([])
  expect(knownIn(found)).toEqual([])
})
