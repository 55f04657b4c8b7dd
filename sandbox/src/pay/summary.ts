import { html, type Html } from "../page/html"
import { money } from "../page/money"
import { lineValue } from "../schemas/basket"
import type { SmartTransaction } from "../state/records"
import type { Visit } from "./visit"

type Line = NonNullable<SmartTransaction["request"]["basket"]>["products"][number]

type Contact = NonNullable<SmartTransaction["request"]["shipping_address"]>["contact"]

/** What is being paid and for whom: lines, total, addresses. */
export function summary({ record, language, t }: Visit): Html {
  const { request, currency } = record
  const billing = request.customer.contact
  return html`<aside class="summary" aria-labelledby="order">
    <h2 id="order">${t.yourOrder}</h2>
    <ul class="lines">
      ${request.basket?.products.map((line) => lineItem(line, { currency, language }))}
    </ul>
    <p class="total">
      <span>${t.total} <small>${t.vatIncluded}</small></span>
      <strong>${money(record.sum, currency, language)}</strong>
    </p>
    <dl class="facts">
      ${request.transactionRef && fact(t.reference, request.transactionRef)}
      ${billing && fact(t.billing, addressLines(billing))}
      ${request.shipping_address && fact(t.shipping, addressLines(request.shipping_address.contact))}
    </dl>
  </aside>`
}

function lineItem(
  line: Line,
  { currency, language }: Pick<Visit, "language"> & { currency: string },
) {
  const { quantity = 1 } = line
  return html`<li class="line ${line.item_type}">
    <span>${quantity > 1 && html`<span class="quantity">${quantity} ×</span>`} ${line.desc}</span>
    <span class="price">${money(lineValue(line), currency, language)}</span>
  </li>`
}

const fact = (name: string, value: string | Html): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

type Addressee = Pick<Contact, "forename" | "surname" | "companyname"> & {
  address?: Contact["address"] | undefined
}

function addressLines({ forename, surname, companyname, address }: Addressee): Html {
  const street = [address?.street, address?.street_number].filter(Boolean).join(" ")
  const city = address ? `${address.postal_code} ${address.city}` : ""
  const lines = [companyname, `${forename} ${surname}`, street, city].filter(Boolean)
  return html`${lines.map((line, index) => html`${index > 0 && html`<br />`}${line}`)}`
}
