import { limitText } from "../request/text"
import type { Language } from "../words/language"
import type { MailKind } from "../words/mails"
import { moneyText } from "../words/money-text"
import type { Block, Draft } from "./block"
import { fill } from "./fill"
import type { MailContent, MailedAmount, MailFrame } from "./mail"
import { mailTexts } from "./mail-texts"
import { transferBlocks } from "./transfer-blocks"

type ContentOf<Kind extends MailKind> = Extract<MailContent, { kind: Kind }>

/** What every text of a mail may name. */
interface Said {
  language: Language
  /** Puts these values, and those given, into a text. */
  say: (text: string, more?: Record<string, string>) => string
}

/** The mail in parts, without the file that shows the QR code. Pure. */
export function draftMail(content: MailContent, frame: MailFrame): Draft {
  const { language } = frame
  const shop = limitText(frame.shop_name)
  const order = limitText(frame.order_number)
  const named = { shop, order, amount: money(amountOf(content), language) }
  const say: Said["say"] = (text, more = {}) => fill(text, { ...named, ...more })
  const { demo, regards, about } = mailTexts[language]
  const { subject, heading, blocks } = draftOf(content, { language, say })
  return {
    subject: say(subject),
    heading: say(heading),
    blocks: [
      ...(frame.is_demo ? [{ is: "notice", text: demo } as const] : []),
      ...blocks,
      paragraph(say(regards)),
    ],
    closing: [say(about), ...(frame.footer ? [linesOf(frame.footer)] : [])],
  }
}

type Part = Pick<Draft, "subject" | "heading" | "blocks">

function draftOf(content: MailContent, said: Said): Part {
  switch (content.kind) {
    case "prepayment":
    case "reminder":
      return ofTransfer(content, said)
    case "invoice":
      return ofInvoice(content, said)
    case "payment_link":
      return ofLink(content, said)
    case "payment_failed":
      return ofFailure(content, said)
    case "refund":
      return ofRefund(content, said)
  }
}

function ofTransfer(content: ContentOf<"prepayment" | "reminder">, { language, say }: Said): Part {
  const { prepayment, reminder } = mailTexts[language]
  const { transfer, rest, kind } = content
  const { subject, heading, intro } = mailTexts[language][kind]
  const restAmount = money({ ...transfer, amount: rest }, language)
  const blocks = [
    paragraph(say(intro)),
    ...transferBlocks(transfer, language),
    paragraph(say(prepayment.payee, { owner: limitText(transfer.account.owner) })),
    ...(rest > 0 ? [paragraph(say(prepayment.rest, { rest: restAmount }))] : []),
    ...(kind === "reminder" ? [paragraph(reminder.crossed)] : []),
  ]
  return { subject, heading, blocks }
}

function ofInvoice({ transfer }: ContentOf<"invoice">, { language, say }: Said): Part {
  const { subject, heading, intro, payee } = mailTexts[language].invoice
  const owner = limitText(transfer.account.owner)
  const blocks = [
    paragraph(say(intro)),
    ...transferBlocks(transfer, language),
    paragraph(say(payee, { owner })),
  ]
  return { subject, heading, blocks }
}

function ofLink(content: ContentOf<"payment_link">, { language, say }: Said): Part {
  const { reason, url, is_reminder } = content
  const { payment_link: texts, reminder } = mailTexts[language]
  const { heading, choose, crossed } = texts
  const blocks = [
    paragraph(say(texts[reason])),
    button(url, language),
    paragraph(choose),
    ...(is_reminder ? [paragraph(crossed)] : []),
  ]
  return { subject: is_reminder ? reminder.subject : texts.subject, heading, blocks }
}

function ofFailure(content: ContentOf<"payment_failed">, { language, say }: Said): Part {
  const { reason, url, is_order_canceled } = content
  const texts = mailTexts[language].payment_failed
  const { subject, heading, canceled, pay, contact, crossed } = texts
  const wayOut = url ? [paragraph(pay), button(url, language)] : [paragraph(contact)]
  const blocks = [
    paragraph(say(texts[reason])),
    ...(is_order_canceled ? [paragraph(canceled)] : wayOut),
    ...(reason === "expired" ? [paragraph(crossed)] : []),
  ]
  return { subject, heading, blocks }
}

function ofRefund(content: ContentOf<"refund">, { language, say }: Said): Part {
  const { refund } = mailTexts[language]
  const { is_open_invoice, transfer } = content
  if (!is_open_invoice) {
    return {
      subject: refund.subject,
      heading: refund.heading,
      blocks: [paragraph(say(refund.way))],
    }
  }
  const blocks = transfer
    ? [
        paragraph(say(refund.reduced, { left: money(transfer, language) })),
        ...transferBlocks(transfer, language),
      ]
    : [paragraph(say(refund.nothing_left))]
  return { subject: refund.reduced_subject, heading: refund.reduced_heading, blocks }
}

function button(url: string, language: Language): Block {
  const { pay, hint } = mailTexts[language].payment_link
  return { is: "button", label: pay, url, hint }
}

function paragraph(text: string): Block {
  return { is: "paragraph", text }
}

function amountOf(content: MailContent): MailedAmount {
  return "amount" in content ? content.amount : content.transfer
}

function money(amount: MailedAmount, language: Language): string {
  return moneyText(amount.amount, amount, language)
}

/** Lines stay; whatever hides text within them does not. */
function linesOf(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => limitText(line))
    .join("\n")
    .trim()
}
