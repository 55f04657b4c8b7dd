import type { Mismatch, OrphanDecision, ProblemReason, WarningCode } from "../../../http-types"

/** What needs a person, each with its own section in the guide. */
export const warning = {
  mismatch: {
    title: "Payment differs from the order",
    text: "Amount, currency, contract or test mode at secuconnect are not what this shop asked for. Nothing was recorded. Compare the payment in secuOffice, then refund or keep it.",
  },
  amount_differs: {
    title: "Order total differs",
    text: "The order costs something else than the customer paid. Do not ship yet. Collect the rest with the order's payment link, refund what was paid too much, or cancel the order.",
  },
  orphaned: {
    title: "Payment without order",
    text: "The customer has paid, but there is no order for this payment, for example because an item sold out or the order was canceled. Place the order if you still can, refund the payment, or keep it if you have agreed on that with the customer.",
  },
  order_not_placed: {
    title: "Order could not be placed",
    text: "The amount is authorized, or the customer was given the bank details, but the order could not be placed, for example because an item sold out. Nothing was charged. Place the order if you still can, or cancel the payment. If you do nothing, it is canceled after the hours set under “Cancel unpaid after”.",
  },
  payment_failed: {
    title: "Payment failed",
    text: "No money will come from this payment, but the order is still open. Do not ship. Cancel the order or arrange another payment with the customer.",
  },
  payment_expired: {
    title: "Bank transfer did not arrive",
    text: "Your time limit for prepayments has passed and the transfer was canceled. Cancel the order or ask the customer to order again.",
  },
  transfer_too_high: {
    title: "Bank transfer too high",
    text: "The order costs less than the customer was asked to transfer, and the amount of a transfer cannot be changed. The customer is no longer given the bank details. Cancel the payment and agree on another one, or refund the difference once the transfer has arrived.",
  },
  authorization_too_high: {
    title: "Authorization too high",
    text: "The order costs less than the customer has authorized, and an authorization can only be captured as a whole. Cancel the payment and send a payment link for the new amount, or bring the order back to the authorized amount.",
  },
  not_booked: {
    title: "Payment not recorded in Medusa",
    text: "secuconnect has the money, but Medusa could not record it on the order. The plugin keeps trying. If this notice stays, check the server log.",
  },
  not_cancelled: {
    title: "Payment not canceled yet",
    text: "This payment is authorized or waits for a transfer, but the order does not need it: another payment has paid for it, or the order was changed. secuconnect did not accept the cancellation. The plugin keeps trying. If this notice stays, cancel the payment in secuOffice.",
  },
  disputed: {
    title: "Chargeback or returned debit",
    text: "A card payment was disputed or a direct debit was returned. Stop the shipment if you can, and contact the customer or secupay. Nothing was canceled automatically.",
  },
  refund_failed: {
    title: "Refund failed",
    text: "The order shows a refund that secuconnect did not carry out. Refund the amount in secuOffice, or transfer it to the customer yourself.",
  },
  refund_not_booked: {
    title: "Refund not recorded in Medusa",
    text: "The payment was refunded in secuOffice or at PayPal, but Medusa could not record it on the order. The plugin keeps trying.",
  },
  status_unclear: {
    title: "Unclear status",
    text: "secuconnect reports statuses for this payment that do not fit together or cannot be read, or has put it on hold. The history says which. Do not ship yet. Check the payment in secuOffice, or ask secupay.",
  },
  paid_twice: {
    title: "Paid twice",
    text: "The customer paid more than once on the same payment page, or paid again after a direct debit came back and was resolved since. The order needs only one payment. Refund the other one: in secuOffice, or on the order if both are listed there.",
  },
  basket_changed: {
    title: "Cart changed during payment",
    text: "The customer saw a different cart or address on the payment page than the order has now. The total is the same. Check items and address before you ship.",
  },
  delivery_not_reported: {
    title: "Shipment not reported",
    text: "secuconnect did not accept the shipment report. Without it, secupay does not pay out invoices. Report the shipment again, or enter it in secuOffice.",
  },
} as const satisfies Record<WarningCode, { title: string; text: string }>

export const mismatchOf = {
  amount: "The amount differs.",
  currency: "The currency differs.",
  contract: "A different contract was used.",
  demo: "A test payment instead of a live one, or the other way round.",
  unconfirmed: "secuconnect did not confirm amount and currency.",
  status: "The money is in, but secuconnect calls the payment failed or canceled.",
} as const satisfies Record<Mismatch, string>

/** Why no order could be placed, or why something did not work. */
export const reasonOf = {
  out_of_stock: "An item is no longer in stock in this quantity.",
  refused_by_shop: "A check of your shop refused the order.",
  busy: "The server, the database or secuconnect was busy or could not be reached.",
} as const satisfies Record<ProblemReason, string>

/** What was decided about a payment without order. */
export const orphan = {
  refund: "Decided: the payment is being refunded.",
  keep: "Decided: you keep the payment.",
} as const satisfies Record<OrphanDecision, string>
