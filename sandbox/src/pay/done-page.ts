import { transferDetails, type TransferDetails } from "../api/views/payment-instructions"
import { effectiveAmount } from "../machine/amounts"
import { currentPayment } from "../machine/smart-transactions"
import { html, type Html } from "../page/html"
import { money } from "../page/money"
import { layout } from "./layout"
import { summary } from "./summary"
import type { Visit } from "./visit"

/**
 * The order is complete: thanks, transfer details where there are any, and the way back.
 * @param fresh the shopper has just paid; otherwise an old link was opened again
 */
export function donePage(visit: Visit, fresh: boolean): Html {
  const { sandbox, record, language, t } = visit
  const details = transferDetails(sandbox, record)
  return layout({
    language,
    pageUrl: visit.pageUrl,
    isDemo: record.isDemo,
    heading: fresh ? thanks(visit) : t.alreadyHeading,
    isDone: true,
    main: html`${!fresh && html`<p>${t.alreadyText}</p>`} ${details && transferCard(visit, details)}
    ${wayBack(visit, fresh && !details)}`,
    aside: summary(visit),
  })
}

function wayBack({ t, urls }: Visit, byItself: boolean): Html | null {
  if (urls.success === null) return null
  const link = html`<a
    class="primary"
    href="${urls.success}"
    ${byItself && html`data-leave-after="2000"`}
    >${t.backToShop}</a
  >`
  return html`${byItself && html`<p role="status">${t.redirecting}</p>`}
    <p>${link}</p>`
}

function thanks({ record, t }: Visit): string {
  const method = record.deferred?.method ?? record.method
  if (method === "prepaid") return t.donePrepaid
  if (method === "invoice") return t.doneInvoice
  const isChecked = record.status === "pending" || record.deferred?.outcome === "pending"
  return isChecked ? t.donePending : t.doneHeading
}

function transferCard(visit: Visit, details: TransferDetails): Html {
  const { record, t, language } = visit
  const rows: [string, string][] = [
    [t.recipient, details.owner],
    ["IBAN", details.iban.replace(/(.{4})(?=.)/g, "$1 ")],
    ["BIC", details.bic],
    [t.bank, details.bankname],
    [t.purpose, details.purpose],
    [t.amount, money(amountDue(visit), record.currency, language)],
  ]
  return html`<div class="card transfer">
      <dl>
        ${rows.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <img src="${details.girocode_url}" alt="${t.qr}" width="128" height="128" />
    </div>
    <p class="hint">${t.purposeHint}</p>`
}

function amountDue({ sandbox, record }: Visit): number {
  const payment = currentPayment(sandbox, record)
  return payment ? effectiveAmount(sandbox.state, payment) : record.sum
}
