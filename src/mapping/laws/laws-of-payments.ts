import type { Law } from "./law"

const COMPARE = "Compare the payment in secuOffice with the order's payments in the admin"
const PAYMENT_PAGE = "Open the payment under Settings, secuconnect, Payments"

/** A payment is where Medusa and the ledger say that it is. */
export const LAWS_OF_PAYMENTS = {
  money_without_order: {
    law: "Money at secuconnect belongs to an order.",
    broken: "paid, but no order wants it",
    todo: `${PAYMENT_PAGE} and refund it, keep it, or let the order be placed`,
    told_by: ["orphaned", "amount_differs", "mismatch"],
  },
  canceled_order_keeps_money: {
    law: "A canceled order keeps no money.",
    broken: "the order is canceled, its money is still there",
    todo: `${PAYMENT_PAGE} and refund it`,
    told_by: ["orphaned", "mismatch"],
  },
  money_not_booked: {
    law: "Money at secuconnect is captured in Medusa, less what was refunded there.",
    broken: "secuconnect has more than Medusa has booked",
    todo: `${PAYMENT_PAGE} and refresh its status; if it stays, compare it in secuOffice`,
    told_by: ["not_booked", "refund_failed", "orphaned", "paid_twice", "mismatch"],
  },
  money_missing: {
    law: "What is captured in Medusa, less what was refunded there, is at secuconnect.",
    broken: "Medusa has booked more than secuconnect has",
    todo: `${COMPARE}; what was given back is booked with "Refresh status", what is gone otherwise is owed by the customer`,
    told_by: ["refund_not_booked", "payment_failed", "mismatch", "disputed"],
  },
  money_not_in: {
    law: "What secuconnect holds back, or still checks, is not counted as paid.",
    broken: "captured in Medusa, but on hold or pending at secuconnect",
    todo: "Do not deliver. Ask secupay why the payment is held back",
    told_by: ["status_unclear", "payment_failed", "mismatch"],
  },
  disputed: {
    law: "Money that a bank takes back is told as a dispute.",
    broken: "returned debit or chargeback",
    todo: "Stop delivery and resolve it with the customer",
    told_by: ["disputed"],
  },
  promise_without_order: {
    law: "An authorization or an awaited transfer belongs to an order.",
    broken: "authorized or waiting, but no order wants it",
    todo: `${PAYMENT_PAGE} and cancel it`,
    told_by: ["orphaned", "not_cancelled", "amount_differs", "mismatch", "status_unclear"],
  },
  promise_not_booked: {
    law: "What is authorized for an order at secuconnect is an authorized payment in Medusa.",
    broken: "authorized, but the order does not show it",
    todo: `${PAYMENT_PAGE} and refresh its status; nothing can be captured until Medusa has the payment`,
    told_by: ["not_booked", "orphaned", "not_cancelled", "mismatch", "status_unclear"],
  },
  promise_missing: {
    law: "An order that is authorized, or awaits its payment, has a payment at secuconnect that can still come.",
    broken: "the order counts on a payment that secuconnect does not have any more",
    todo: "Send the customer a payment link, or cancel the order",
    told_by: ["payment_failed", "payment_expired", "mismatch"],
  },
  promise_not_needed: {
    law: "What is paid and authorized for an order, with any one transfer that it waits for, is not more than it is worth.",
    broken: "more is paid and promised than the order is worth",
    todo: `${PAYMENT_PAGE} and cancel the promise that the order does not need; capture none twice`,
    told_by: [
      "orphaned",
      "not_cancelled",
      "transfer_too_high",
      "authorization_too_high",
      "amount_differs",
      "mismatch",
    ],
  },
  promise_too_old: {
    law: "No transfer is waited for, and no promise kept without an order, for longer than the settings say.",
    broken: "waited for longer than the settings allow",
    todo: `${PAYMENT_PAGE} and cancel it; look whether scheduled jobs run`,
    told_by: ["payment_expired", "orphaned", "not_cancelled", "status_unclear"],
  },
  payment_unknown: {
    law: "A payment in Medusa that was started with secuconnect is in the plugin's own tables.",
    broken: "a payment in Medusa of which the plugin knows nothing",
    todo: `${COMPARE}. Rows of the plugin's tables are missing: restore them from a backup`,
  },
  booked_twice: {
    law: "One checkout is one payment in Medusa.",
    broken: "more than one payment of one checkout",
    todo: "Report it with the payment's history; refund nothing before",
    counts: true,
  },
  captured_twice: {
    law: "One payment is captured once.",
    broken: "more than one capture of one payment",
    todo: "Report it with the payment's history; refund nothing before",
    counts: true,
  },
  request_open: {
    law: "What became of a request that moves money is known within the hour.",
    broken: "the outcome of a request that moves money is not known",
    todo: `${COMPARE}, then refresh the payment's status`,
  },
  amount_asked: {
    law: "secuconnect was asked for the amount of Medusa's payment.",
    broken: "secuconnect was asked for another amount than Medusa's payment has",
    todo: COMPARE,
    told_by: ["mismatch"],
  },
  currency_exponent: {
    law: "Amounts have the decimals of ISO 4217.",
    broken: "the amount was sent with other decimals than ISO 4217 has",
    todo: "Do not offer this currency. Ask secupay which decimals they use, and compare in secuOffice",
  },
  differs_from_request: {
    law: "Amount, currency, contract and test mode at secuconnect are what was asked for, or it is marked.",
    broken: "secuconnect has another amount, currency, contract or mode, and it is not marked",
    todo: "Compare in secuOffice; refund or keep",
    told_by: ["mismatch"],
  },
  mark_outdated: {
    law: 'A payment is marked "differs" only as long as it does.',
    broken: 'marked "differs", but nothing does any more',
    todo: `${PAYMENT_PAGE} and refresh its status`,
  },
  attention_outdated: {
    law: "A payment needs attention only as long as there is a reason.",
    broken: "marked as needing attention, but for no reason",
    todo: `${PAYMENT_PAGE} and refresh its status`,
    counts: true,
  },
  check_overdue: {
    law: "What can still change has a next check, and no check is a day late.",
    broken: "nobody has looked at it for too long, or nobody will",
    todo: `${PAYMENT_PAGE} and refresh its status; look whether scheduled jobs run`,
  },
  event_not_sent: {
    law: "What the shop's subscribers are to hear is published within the hour.",
    broken: "an event is recorded and was not published",
    todo: "Look for the cause in the log: the event bus; look whether scheduled jobs run",
    counts: true,
  },
  told_too_soon: {
    law: "A trouble that passes by itself is told only when it has lasted.",
    broken: "marked as needing attention for a trouble that was over in a moment",
    todo: "Look whether the payment has its order by now, and report it with the payment's history",
    counts: true,
  },
  transfer_not_told: {
    law: "Who is to transfer for an order is told where to.",
    broken: "the order waits for a transfer, and no event has told the account",
    todo: `${PAYMENT_PAGE}, and send the customer the account and the payment reference`,
  },
  reminder_not_sent: {
    law: "A reminder that is due is sent within a day.",
    broken: "the customer was to be reminded and was not",
    todo: `${PAYMENT_PAGE} and remind the customer; look whether scheduled jobs run`,
  },
  time_in_future: {
    law: "Nothing was read or written later than now.",
    broken: "read or written in the future: the server's clock is ahead",
    todo: "Set the servers' clocks by NTP",
    counts: true,
  },
  delivery_not_reported: {
    law: "An invoice whose order is shipped is reported to secuconnect within a day.",
    broken: "shipped, but secuconnect was not told: the invoice does not become due",
    todo: `${PAYMENT_PAGE} and report the shipment`,
    told_by: ["delivery_not_reported"],
  },
  report_open: {
    law: "A delivery report is taken by secuconnect within a day.",
    broken: "a delivery report is still to be sent",
    todo: "Look for the cause in the log; look whether scheduled jobs run",
    counts: true,
  },
} as const satisfies Record<string, Law>
