import type { AuditedCase } from "../../../../src/mapping/laws/facts"
import { LAWS, type LawCode } from "../../../../src/mapping/laws/laws"
import {
  audited,
  brokenIn,
  checkout,
  collection,
  daysAgo,
  isAwaited,
  isGone,
  isIn,
  isPromised,
  twice,
  money,
  order,
  paidCase,
  payment,
  waitingCase,
} from "./support/cases"
import { BROKEN_DELIVERIES } from "./support/broken-deliveries"
import { BROKEN_TELLINGS } from "./support/broken-tellings"

const ALL = { captures: [31.9] }
const TEN_BACK = { captures: [31.9], refunds: [10] }
const ALL_BACK = { captures: [31.9], refunds: [31.9] }

const edited = { version: 2, total: 49.85, credit: 0 }
const [first] = order([payment(ALL)]).versions

/** Each law broken, in the ways in which it can be. */
const BROKEN: [LawCode, string, AuditedCase][] = [
  [
    "money_without_order",
    "paid, no order",
    audited({ checkouts: [checkout({ secuconnect: isIn(3190) })] }),
  ],
  [
    "money_without_order",
    "the order is paid already",
    twice(
      { payments: [payment(ALL)], secuconnect: isIn(3190) },
      { secuconnect: isIn(3190) },
      order([payment(ALL)]),
    ),
  ],
  [
    "canceled_order_keeps_money",
    "captured",
    paidCase(ALL, { order: { status: "canceled", payment_status: "canceled" } }),
  ],
  [
    "canceled_order_keeps_money",
    "paid after it was canceled",
    waitingCase({ order: { status: "canceled" }, checkout: { secuconnect: isIn(3190) } }),
  ],
  ["money_not_booked", "no capture", waitingCase({ checkout: { secuconnect: isIn(3190) } })],
  [
    "money_not_booked",
    "a second accepted payment of one transaction",
    paidCase(ALL, { checkout: { secuconnect: money({ in: 6380, largest: 3190 }) } }),
  ],
  [
    "money_not_booked",
    "a refund that was not carried out",
    paidCase(TEN_BACK, { checkout: { secuconnect: isIn(3190) } }),
  ],
  [
    "money_not_booked",
    "a cent is left",
    paidCase(ALL_BACK, { checkout: { secuconnect: isIn(1) } }),
  ],
  [
    "money_missing",
    "sent three times, booked never",
    paidCase(ALL, { checkout: { secuconnect: isIn(190) } }),
  ],
  [
    "money_missing",
    "denied after it was captured",
    paidCase(ALL, { checkout: { secuconnect: money() } }),
  ],
  [
    "money_not_in",
    "on hold",
    paidCase(ALL, { checkout: { secuconnect: money({ promised: 3190, doubtful: 3190 }) } }),
  ],
  [
    "disputed",
    "a chargeback",
    paidCase(ALL, { checkout: { secuconnect: money({ disputed: 3190 }) } }),
  ],
  [
    "promise_without_order",
    "no order",
    audited({ checkouts: [checkout({ secuconnect: isPromised(3190) })] }),
  ],
  [
    "promise_without_order",
    "the order is canceled",
    waitingCase({ order: { status: "canceled" } }),
  ],
  [
    "promise_missing",
    "the transfer was canceled",
    waitingCase({ checkout: { secuconnect: isGone } }),
  ],
  [
    "promise_missing",
    "the authorization is void",
    paidCase({}, { checkout: { secuconnect: isGone } }),
  ],
  [
    "promise_not_needed",
    "authorized twice",
    twice(
      { payments: [payment()], secuconnect: isPromised(3190) },
      { secuconnect: isPromised(3190) },
      order([payment()], { payment_status: "authorized" }),
    ),
  ],
  [
    "promise_not_needed",
    "paid, and waiting for a transfer as well",
    twice(
      { payments: [payment(ALL)], secuconnect: isIn(3190) },
      { secuconnect: isAwaited(3190) },
      order([payment(ALL)]),
    ),
  ],
  [
    "promise_not_needed",
    "authorized, and waiting for a transfer as well",
    twice(
      { payments: [payment()], secuconnect: isPromised(3190) },
      { secuconnect: isAwaited(3190) },
      order([payment()], { payment_status: "authorized" }),
    ),
  ],
  [
    "promise_not_needed",
    "waits for two transfers, and one of them is too high",
    twice(
      { secuconnect: isAwaited(3190) },
      { secuconnect: isAwaited(3191), amount: 3191 },
      order([], { payment_status: "awaiting" }),
    ),
  ],
  [
    "promise_too_old",
    "waits for ten days, five are allowed",
    {
      ...waitingCase({ checkout: { waiting_since: daysAgo(10) } }),
      settings: { reportDelivery: true, abandonAfterHours: 24, prepaymentExpiryDays: 5 },
    },
  ],
  [
    "promise_too_old",
    "without an order for nine days, one is allowed",
    audited({ checkouts: [checkout({ secuconnect: isPromised(3190) })] }),
  ],
  ...BROKEN_TELLINGS,
  ...BROKEN_DELIVERIES,
  [
    "order_underpaid",
    "placed for less than it costs",
    paidCase(ALL, {
      order: {
        total: 797.5,
        versions: [{ version: 1, total: 797.5, credit: 0 }],
        payment_status: "partially_captured",
      },
    }),
  ],
  [
    "order_underpaid",
    "authorized for less than it costs",
    paidCase({}, { order: { total: 61.9, versions: [{ version: 1, total: 61.9, credit: 0 }] } }),
  ],
  [
    "order_overpaid",
    "captured twice",
    audited({
      orders: [order([payment(ALL), payment(ALL, { id: "pay_2", checkout_id: "scchk_2" })])],
      checkouts: [
        checkout({ payments: [payment(ALL)], secuconnect: isIn(3190) }),
        checkout({
          id: "scchk_2",
          payments: [payment(ALL, { id: "pay_2", checkout_id: "scchk_2" })],
          secuconnect: isIn(3190),
        }),
      ],
    }),
  ],
  [
    "order_balance",
    "the summary lags behind",
    paidCase(ALL, { order: { pending_difference: 31.9 } }),
  ],
  ["order_total", "the summary has another total", paidCase(ALL, { order: { shown_total: 41.9 } })],
  ["order_transactions", "a capture is missing", paidCase(ALL, { order: { transactions: [] } })],
  [
    "order_transactions",
    "a refund is there twice",
    paidCase(TEN_BACK, {
      order: {
        transactions: [
          ...order([payment(TEN_BACK)]).transactions,
          {
            reference: "refund",
            reference_id: "pay_1_r0",
            amount: -10,
            version: 2,
            created_at: daysAgo(5),
          },
        ],
      },
    }),
  ],
  [
    "order_transactions",
    "a refund that is not there",
    paidCase(ALL, { order: { transactions: order([payment(TEN_BACK)]).transactions } }),
  ],
  [
    "collection_sums",
    "a capture was not added",
    paidCase(ALL, { order: { collections: [collection([payment(ALL)], { captured_amount: 0 })] } }),
  ],
  [
    "credit_line_missing",
    "after a refund",
    paidCase(TEN_BACK, { order: { total: 31.9, versions: [first!] } }),
  ],
  [
    "credit_line_missing",
    "after a refund and an edit, which asks for it again",
    paidCase(TEN_BACK, {
      order: {
        total: 49.85,
        versions: [first!, edited],
        collections: [
          collection([payment(TEN_BACK)]),
          collection([], { id: "pay_col_2", status: "not_paid", amount: 27.95 }),
        ],
      },
    }),
  ],
  [
    "credit_line_missing",
    "of a part: the rest took what an article less had left",
    paidCase(
      { captures: [31.9], refunds: [20] },
      {
        order: {
          total: 15.95,
          versions: [first!, { version: 2, total: 15.95, credit: 0 }],
          transactions: order([payment(ALL)]).transactions.concat({
            reference: "refund",
            reference_id: "pay_1_r0",
            amount: -20,
            version: 2,
            created_at: daysAgo(5),
          }),
        },
      },
    ),
  ],
  [
    "credit_line_extra",
    "booked twice",
    paidCase(TEN_BACK, {
      order: { total: 11.9, versions: [first!, { version: 2, total: 11.9, credit: 20 }] },
    }),
  ],
  ["payment_status", "captured, though it owes", paidCase(ALL, { order: { total: 41.9 } })],
  [
    "payment_status",
    "awaiting, though it is paid",
    paidCase(ALL, { order: { payment_status: "awaiting" } }),
  ],
  [
    "payment_status",
    "refunded, though more than Medusa's tolerance is there",
    paidCase(
      { captures: [31.9], refunds: [31.88] },
      { order: { payment_status: "refunded" }, checkout: { secuconnect: isIn(2) } },
    ),
  ],
  [
    "payment_status",
    "captured, though refunded",
    paidCase(TEN_BACK, { order: { payment_status: "captured" } }),
  ],
  [
    "payment_status",
    "partly refunded, though nothing was",
    paidCase(ALL, { order: { payment_status: "partially_refunded" } }),
  ],
  [
    "refunded_but_alive",
    "canceling it has failed after the refund",
    paidCase(ALL_BACK, { order: { total: 31.9, versions: [first!] } }),
  ],
  [
    "ordered_twice",
    "two orders of one cart",
    audited({
      orders: [order([payment(ALL)]), order([], { id: "order_2", total: 0, versions: [] })],
      checkouts: [checkout({ payments: [payment(ALL)], secuconnect: isIn(3190) })],
    }),
  ],
  [
    "booked_twice",
    "two payments of one checkout",
    paidCase(ALL, { checkout: { payments: [payment(ALL), payment({}, { id: "pay_2" })] } }),
  ],
  ["captured_twice", "two captures", paidCase({ captures: [15.95, 15.95] })],
  [
    "request_open",
    "a refund of the day before",
    paidCase(ALL, {
      checkout: { open_requests: [{ kind: "refund", amount: 1000, created_at: daysAgo(1) }] },
    }),
  ],
  ["amount_asked", "15.95 for a payment of 31.90", paidCase(ALL, { checkout: { amount: 1595 } })],
  [
    "currency_exponent",
    "forints without their decimals",
    audited({
      orders: [],
      checkouts: [
        checkout({
          amount: 3190,
          currency_code: "huf",
          payments: [payment({}, { amount: 3190, currency_code: "huf" })],
          secuconnect: money({ currencies: ["huf"] }),
        }),
      ],
    }),
  ],
  [
    "differs_from_request",
    "dollars",
    paidCase(ALL, { checkout: { secuconnect: { ...isIn(3190), currencies: ["usd"] } } }),
  ],
  [
    "differs_from_request",
    "somebody else's contract",
    paidCase(ALL, { checkout: { secuconnect: { ...isIn(3190), contracts: ["GCR_2"] } } }),
  ],
  [
    "differs_from_request",
    "a test payment for a real one",
    paidCase(ALL, { checkout: { secuconnect: { ...isIn(3190), is_demo: true } } }),
  ],
  [
    "mark_outdated",
    "everything is booked",
    paidCase(TEN_BACK, { checkout: { mismatch: "amount" } }),
  ],
  [
    "attention_outdated",
    "marked as a payment without order, and it has one",
    paidCase(ALL, { checkout: { attention: "orphaned" } }),
  ],
  [
    "time_in_future",
    "a server's clock is ahead",
    paidCase(ALL, { checkout: { checked_at: daysAgo(-0.01) } }),
  ],
]

it.each(BROKEN)("%s is broken: %s", (code, _what, found) => {
  expect(brokenIn(found)).toContain(code)
})

/** Shown where no checkout leads to them, see `without-a-checkout.test.ts`. */
const ELSEWHERE: LawCode[] = ["payment_unknown", "order_first_too_old"]

it("every law is broken by one of the examples", () => {
  const shown = new Set([...BROKEN.map(([code]) => code), ...ELSEWHERE])
  expect([...shown].toSorted()).toEqual(Object.keys(LAWS).toSorted())
})
