import { toMajorUnits } from "../words/currency"
import type { MailContent, MailedAmount, MailedTransfer, MailFrame } from "./mail"
import type { MailedOrder } from "./mailed-order"
import { inGroups } from "./transfer-blocks"

/** What a template of the shop's finds in its `data`: what our own words say. Amounts in major units. */
export function templateData(content: MailContent, frame: MailFrame, order: MailedOrder) {
  const { language, shop_name, order_number, is_demo } = frame
  return {
    mail: content.kind,
    order_id: order.id,
    order_display_id: order.display_id ?? null,
    order_number,
    shop_name,
    is_demo,
    language,
    locale: order.locale ?? null,
    ...ownData(content),
  }
}

function ownData(content: MailContent) {
  switch (content.kind) {
    case "prepayment":
    case "reminder":
      return {
        is_reminder: content.kind === "reminder",
        transfer_details: transferDetails(content.transfer),
        rest: toMajorUnits(content.rest, content.transfer),
      }
    case "invoice":
      return { transfer_details: transferDetails(content.transfer) }
    case "payment_link": {
      const { amount, url, reason, is_reminder } = content
      return { ...amountData(amount), url, reason, is_reminder }
    }
    case "payment_failed": {
      const { amount, reason, url, is_order_canceled } = content
      return { ...amountData(amount), reason, url, is_order_canceled }
    }
    case "refund": {
      const { amount, transfer, is_open_invoice } = content
      const transfer_details = transfer && transferDetails(transfer)
      return { ...amountData(amount), is_open_invoice, transfer_details }
    }
  }
}

function transferDetails({ account, ...amount }: MailedTransfer) {
  const { owner, iban, bic, bank_name, purpose } = account
  return { owner, iban: inGroups(iban), bic, bank_name, purpose, ...amountData(amount) }
}

function amountData({ amount, ...currency }: MailedAmount) {
  return { amount: toMajorUnits(amount, currency), currency_code: currency.currency_code }
}
