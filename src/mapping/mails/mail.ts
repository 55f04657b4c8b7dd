import type { Language } from "../words/language"
import type { LinkReason } from "../words/mails"
import type { WrittenCurrency } from "../words/money-text"
import type { TransferAccount } from "../views/transfer"

/** Minor units of the currency. */
export interface MailedAmount extends WrittenCurrency {
  amount: number
}

/** An account and what is to be transferred to it. */
export interface MailedTransfer extends MailedAmount {
  account: TransferAccount
}

/** What a mail is about. */
export type MailContent =
  /** `rest`: what the order costs beyond that transfer by now, minor units. */
  | { kind: "prepayment" | "reminder"; transfer: MailedTransfer; rest: number }
  | { kind: "invoice"; transfer: MailedTransfer }
  | {
      kind: "payment_link"
      amount: MailedAmount
      url: string
      reason: LinkReason
      /** The customer has got the link before. */
      is_reminder: boolean
    }
  | {
      kind: "payment_failed"
      amount: MailedAmount
      /** `expired`: a transfer that did not come in time. */
      reason: "failed" | "expired"
      is_order_canceled: boolean
      /** Where the order can be paid another way; null: the shop gets in touch. */
      url: string | null
    }
  | {
      kind: "refund"
      amount: MailedAmount
      /** Of which nobody knows that it was paid: less is to be transferred, instead of money going back. */
      is_open_invoice: boolean
      /** What is left to be transferred of it; null: nothing. */
      transfer: MailedTransfer | null
    }

/** Who writes to whom about what. */
export interface MailFrame {
  language: Language
  shop_name: string
  /** As the customer knows it. */
  order_number: string
  /** Nothing is executed and no money moves: nobody may transfer anything. */
  is_demo: boolean
  /** Company details of the shop, several lines; null: none. */
  footer: string | null
}

/** A file that goes with a mail. */
export interface MailAttachment {
  /** What the HTML refers to as `cid:…`. */
  id: string
  filename: string
  content_type: string
  /** Base64. */
  content: string
  disposition: "inline"
}

/** A mail, ready to be sent. */
export interface RenderedMail {
  subject: string
  text: string
  html: string
  attachments: MailAttachment[]
}
