import type { PaymentMethod } from "../machine/payment-methods"
import { html, type Html } from "../page/html"
import type { Texts } from "./texts"

const owner = "Max Mustermann"

/** A field as the vendor's page has it, filled with test data; nothing is entered in the sandbox. */
function field(id: string, { label, value }: { label: string; value: string }): Html {
  return html`<p class="field">
    <label for="${id}">${label}</label>
    <input id="${id}" value="${value}" readonly />
  </p>`
}

const hint = (text: string): Html => html`<p class="hint">${text}</p>`

const external = (t: Texts): Html => hint(t.externalHint)

const panels: Readonly<Record<PaymentMethod, (t: Texts) => Html>> = {
  creditcard: (t) => html`
    ${field("card-number", { label: t.cardNumber, value: "4111 1111 1111 1111" })}
    <div class="row">
      ${field("card-expiry", { label: t.cardExpiry, value: "12 / 30" })}
      ${field("card-code", { label: t.cardCode, value: "123" })}
    </div>
    ${field("card-owner", { label: t.cardOwner, value: owner })}
  `,
  debit: (t) => html`
    ${field("account-owner", { label: t.accountOwner, value: owner })}
    ${field("account-iban", { label: "IBAN", value: "DE35 5001 0517 5418 4931 88" })}
    ${hint(t.mandate)}
  `,
  invoice: (t) => hint(t.invoiceHint),
  prepaid: (t) => hint(t.prepaidHint),
  paypal: external,
  easycredit: (t) => html`${hint(t.instalments)} ${external(t)}`,
  sofort: external,
  giropay: external,
  eps: external,
}

/** What the page shows once a method is chosen. */
export function methodPanel(method: PaymentMethod, t: Texts): Html {
  return html`<div class="panel">${panels[method](t)}</div>`
}

const marks: Readonly<Record<PaymentMethod, readonly string[]>> = {
  creditcard: ["VISA", "Mastercard", "Amex"],
  debit: ["SEPA"],
  invoice: [],
  prepaid: ["SEPA"],
  paypal: [],
  easycredit: [],
  sofort: ["Klarna"],
  giropay: [],
  eps: [],
}

/** Small marks beside the name of a method; they repeat what the name says. */
export function methodMarks(method: PaymentMethod): Html {
  return html`<span class="marks" aria-hidden="true"
    >${marks[method].map((mark) => html`<span class="mark">${mark}</span>`)}</span
  >`
}
