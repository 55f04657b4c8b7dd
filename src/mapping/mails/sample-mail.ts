import type { MailKind } from "../words/mails"
import type { MailContent, MailedTransfer } from "./mail"
import type { MailedOrder } from "./mailed-order"

const EUR = { currency_code: "eur", currency_exponent: 2 }

/** The IBAN is the one that banks print on samples. */
const TRANSFER: MailedTransfer = {
  ...EUR,
  amount: 3190,
  account: {
    owner: "secupay AG",
    iban: "DE02120300000000202051",
    bic: "BYLADEM1001",
    bank_name: null,
    purpose: "TA 12345678",
  },
}

const AMOUNT = { ...EUR, amount: 3190 }

/** Leads nowhere. @see https://www.rfc-editor.org/rfc/rfc2606 */
const URL = "https://shop.example.com/pay"

const SAMPLES: Readonly<Record<MailKind, MailContent>> = {
  prepayment: { kind: "prepayment", transfer: TRANSFER, rest: 0 },
  invoice: { kind: "invoice", transfer: TRANSFER },
  reminder: { kind: "reminder", transfer: TRANSFER, rest: 0 },
  payment_link: {
    ...{ kind: "payment_link", amount: AMOUNT, url: URL },
    ...{ reason: "order", is_reminder: false },
  },
  payment_failed: {
    ...{ kind: "payment_failed", amount: AMOUNT, reason: "failed" },
    ...{ is_order_canceled: false, url: null },
  },
  refund: { kind: "refund", amount: AMOUNT, is_open_invoice: false, transfer: null },
}

/** A mail about an order that does not exist, to see what customers get. */
export function sampleMail(kind: MailKind): MailContent {
  return SAMPLES[kind]
}

/** The order that samples are about. */
export const SAMPLE_ORDER: MailedOrder = { id: "order_sample", display_id: 1234 }
