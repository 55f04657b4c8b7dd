import type { MailContent, MailedTransfer, MailFrame } from "../../../../../src/mapping/mails/mail"

export const EUR = { currency_code: "eur", currency_exponent: 2 }

export const TRANSFER: MailedTransfer = {
  ...EUR,
  amount: 123190,
  account: {
    owner: "secupay AG",
    iban: "DE81850400611005523759",
    bic: "OSDDDE81XXX",
    bank_name: "Ostsächsische Sparkasse Dresden",
    purpose: "TA 12345678 Papier & Tinte 7KQ2M9",
  },
}

export const FRAME: MailFrame = {
  language: "de",
  shop_name: "Papier & Tinte",
  order_number: "1042",
  is_demo: false,
  footer: null,
}

const PAY_URL = "https://api.example.com/hooks/secuconnect/pay/4f9c?lang=de&x=1"
const amount = { ...EUR, amount: 4900 }

/** One of each kind, and of each way that a kind can go. */
export const MAILS: [string, MailContent][] = [
  ["prepayment", { kind: "prepayment", transfer: TRANSFER, rest: 0 }],
  ["prepayment of a part", { kind: "prepayment", transfer: TRANSFER, rest: 450 }],
  ["invoice", { kind: "invoice", transfer: TRANSFER }],
  ["reminder", { kind: "reminder", transfer: TRANSFER, rest: 0 }],
  [
    "payment link",
    { kind: "payment_link", amount, url: PAY_URL, reason: "order_edit", is_reminder: false },
  ],
  [
    "reminder of a payment link",
    { kind: "payment_link", amount, url: PAY_URL, reason: "order_edit", is_reminder: true },
  ],
  [
    "payment failed",
    { kind: "payment_failed", amount, reason: "failed", is_order_canceled: false, url: PAY_URL },
  ],
  [
    "transfer expired",
    { kind: "payment_failed", amount, reason: "expired", is_order_canceled: false, url: null },
  ],
  [
    "transfer expired, order canceled",
    { kind: "payment_failed", amount, reason: "expired", is_order_canceled: true, url: null },
  ],
  ["refund", { kind: "refund", amount, is_open_invoice: false, transfer: null }],
  [
    "refund of a part of an open invoice",
    { kind: "refund", amount, is_open_invoice: true, transfer: TRANSFER },
  ],
  [
    "refund of a whole open invoice",
    { kind: "refund", amount, is_open_invoice: true, transfer: null },
  ],
]
