import { limitText } from "../request/text"
import type { Language } from "../words/language"
import { moneyText } from "../words/money-text"
import type { Block } from "./block"
import type { MailedTransfer } from "./mail"
import { mailTexts } from "./mail-texts"

/** The account, line by line, with the amount. */
export function transferBlocks(transfer: MailedTransfer, language: Language): Block[] {
  const texts = mailTexts[language].transfer
  const { owner, iban, bic, bank_name, purpose } = transfer.account
  const facts = [
    { label: texts.amount, value: moneyText(transfer.amount, transfer, language) },
    { label: texts.owner, value: limitText(owner) },
    { label: texts.iban, value: inGroups(limitText(iban)) },
    { label: texts.bic, value: limitText(bic) },
    { label: texts.bank_name, value: limitText(bank_name) },
    { label: texts.purpose, value: limitText(purpose) },
  ]
  return [
    { is: "facts", facts: facts.filter(({ value }) => value !== "") },
    { is: "paragraph", text: texts.same_purpose },
  ]
}

/** An IBAN as on paper. */
export function inGroups(iban: string): string {
  return (iban.replace(/[\s-]/g, "").match(/.{1,4}/gu) ?? []).join(" ")
}
