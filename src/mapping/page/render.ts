import { createHash } from "node:crypto"
import type { PaymentChoice } from "../request/payment-choices"
import type { TransferDetails } from "../views/transfer"
import type { Refunded } from "../views/refunded"
import type { Language } from "../words/language"
import { parseUrl } from "../words/url"
import { Markup, markup } from "./markup"
import { isPayable, type PageState } from "./page-state"
import type { PageReason } from "./reason"
import { PAGE_STYLE } from "./style"
import { PAGE_TEXTS, type PageNotice } from "./texts"

/** What is to be paid. `amount` in major units. */
export interface PageSum {
  amount: number
  currency_code: string
  /** Decimals of the currency. */
  currency_exponent: number
}

/** Everything that the page shows: of the order no more than its number and what is to be paid. */
export interface PageView {
  language: Language
  state: PageState
  /** The shop's name. */
  shop: string
  /** Absolute http(s) address of its logo, which stands in place of the name. */
  logo: string | null
  /** Its colour, `#rrggbb`. */
  color: string | null
  is_demo: boolean
  order_number: number | null
  /** Null where nothing is to be paid, or nobody may know. */
  sum: PageSum | null
  reason: PageReason | null
  /** When the order is cancelled unless it is paid; null where that does not happen by itself. */
  pay_until: Date | null
  choices: PaymentChoice[]
  transfer: TransferDetails | null
  /** What of the order's money went back. */
  refunded: Refunded | null
  /** The storefront's page of the order, for who comes back from a payment that went well; null: none. */
  order_url: string | null
  /** Why a payment was not started. */
  notice: PageNotice | null
}

/** A page, and what its `Content-Security-Policy` must be. */
export interface RenderedPage {
  text: string
  policy: string
}

/**
 * The payment page of an order: complete without a script, and nothing in it comes from elsewhere but the shop's logo. Pure.
 * Forms lead to secuconnect's page, whose host is not known before, so the policy does not limit them.
 */
export function renderPage(view: PageView): RenderedPage {
  const words = PAGE_TEXTS[view.language]
  const { title } = words.states[view.state]
  const other = view.language === "de" ? "en" : "de"
  const style = styleOf(view)
  const page = markup`<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${view.shop}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>${headOf(view)}</header>
<main>
${mainPart(view)}
</main>
<footer>
<span>${words.by}</span>
<a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
</footer>
</body>
</html>
`
  return { text: page.text, policy: policyOf(view, style) }
}

const COLOR = /^#[0-9a-f]{6}$/i

/** What is no colour must not end the style's element. */
function styleOf({ color }: PageView): string {
  return color && COLOR.test(color) ? `${PAGE_STYLE}:root { --shop: ${color}; }\n` : PAGE_STYLE
}

function headOf({ shop, logo }: PageView): Markup {
  return logo ? markup`<img src="${logo}" alt="${shop}">` : markup`${shop}`
}

function policyOf({ logo }: PageView, style: string): string {
  const hash = createHash("sha256").update(style).digest("base64")
  const origin = parseUrl(logo ?? "")?.origin
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    origin ? `img-src data: ${origin}` : "img-src data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

function mainPart(view: PageView): Markup {
  const words = PAGE_TEXTS[view.language]
  const { title, text } = words.states[view.state]
  const notice = view.notice && words.notices[view.notice]
  return markup`${orderNumber(view)}
<h1>${title}</h1>
${text && markup`<p>${text}</p>`}
${refundPart(view)}
${notice && markup`<p class="notice" role="alert">${notice}</p>`}
${view.is_demo ? markup`<p class="test">${words.test}</p>` : null}
${isTransferFirst(view) ? transferPart(view) : null}
${sumPart(view)}
${formPart(view)}
${isTransferFirst(view) ? null : transferPart(view)}
${view.state === "checked" ? markup`<a class="reload" href="">${words.reload}</a>` : null}
${orderLink(view)}`
}

const WENT_WELL: ReadonlySet<PageState> = new Set(["paid", "checked", "waiting"])

function orderLink({ language, state, order_url }: PageView): Markup | null {
  if (!order_url || !WENT_WELL.has(state)) return null
  return markup`<p class="order"><a href="${order_url}">${PAGE_TEXTS[language].backToOrder}</a></p>`
}

/** Who comes back without having paid wants to choose again. */
function isTransferFirst({ state, transfer }: PageView): boolean {
  return transfer !== null && state === "waiting"
}

function orderNumber({ language, order_number }: PageView): Markup | null {
  if (order_number === null) return null
  return markup`<p class="number">${PAGE_TEXTS[language].order} #${order_number}</p>`
}

/** Where the order is over; beside what is still to be paid it would only confuse. */
function refundPart({ language, state, refunded }: PageView): Markup | null {
  if (!refunded || !OVER.has(state)) return null
  return markup`<p>${PAGE_TEXTS[language].refunded[refunded]}</p>`
}

const OVER: ReadonlySet<PageState> = new Set(["paid", "refunded", "cancelled"])

function sumPart(view: PageView): Markup | null {
  const { language, state, sum, reason } = view
  if (!sum || !isPayable(state) || isTransferFirst(view)) return null
  const words = PAGE_TEXTS[language]
  // Who comes back from a payment that failed has just read so.
  const isSaid = reason === "failed" && state !== "open"
  const why = reason && !isSaid ? markup`<p>${words.reasons[reason]}</p>` : null
  return markup`<p class="sum">${words.amount} <strong>${inLanguage(sum, language)}</strong></p>
${why}
${payByPart(view)}`
}

/** Where the payment page is secupay's, so is the clock: the customer's is not known without a script. */
const TIME = {
  ...{ dateStyle: "long", timeStyle: "short", timeZone: "Europe/Berlin" },
} as const satisfies Intl.DateTimeFormatOptions

function payByPart({ language, pay_until, transfer }: PageView): Markup | null {
  if (pay_until === null || transfer !== null) return null
  const when = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, TIME).format(
    pay_until,
  )
  return markup`<p>${PAGE_TEXTS[language].payBy.replace("{when}", when)}</p>`
}

function formPart(view: PageView): Markup | null {
  const { language, state, choices } = view
  if (!isPayable(state) || choices.length === 0) return null
  const words = PAGE_TEXTS[language]
  const heading = isTransferFirst(view) ? words.chooseAnother : words.choose
  return markup`<h2 class="choose">${heading}</h2>
<form method="post" action="?lang=${language}">
${choices.map(choiceButton)}</form>`
}

function choiceButton({ method, name, description, icon }: PaymentChoice): Markup {
  const text = markup`<span>${name}<small>${description}</small></span>`
  return markup`<button name="method" value="${method}"><img src="${icon}" alt="">${text}</button>
`
}

function transferPart(view: PageView): Markup | null {
  const { language, state, transfer, sum } = view
  if (!transfer || !isPayable(state)) return null
  const words = PAGE_TEXTS[language].transfer
  const { owner, iban, bic, bank_name, purpose, qr_svg, amount } = transfer
  const lines = [
    { name: words.owner, text: owner },
    { name: words.iban, text: iban },
    { name: words.bic, text: bic },
    { name: words.bank, text: bank_name },
    { name: words.purpose, text: purpose },
    { name: words.amount, text: sum && inLanguage({ ...sum, amount }, language) },
  ].filter(({ text }) => text)
  const qr = qr_svg && `data:image/svg+xml,${encodeURIComponent(qr_svg)}`
  return markup`<h2>${isTransferFirst(view) ? words.title : words.or}</h2>
<dl>
${lines.map(({ name, text }) => markup`<dt>${name}</dt><dd>${text}</dd>\n`)}</dl>
<p>${words.word}</p>
${qr && markup`<img class="qr" src="${qr}" alt="${words.qr}">`}`
}

/** "31,90 €": the decimals are the currency's, as the payment has them. */
function inLanguage(sum: PageSum, language: Language): string {
  const { amount, currency_code, currency_exponent: decimals } = sum
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: currency_code,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount)
}
