import { effectiveAmount, simpleStatus } from "../../machine/amounts"
import { isPayable } from "../../machine/checkout"
import { possibleEvents, type SandboxEvent } from "../../machine/events"
import { currentPayment } from "../../machine/smart-transactions"
import { simpleStatusTexts } from "../../machine/payment-states"
import { html, type Html } from "../../page/html"
import { money } from "../../page/money"
import { methodNames } from "../../pay/texts"
import type { Sandbox } from "../../sandbox"
import type { Payment, SmartTransaction } from "../../state/records"
import { callButton } from "./button"
import { pushTable } from "./push-table"

const eventLabels: Readonly<Record<Exclude<SandboxEvent, "refund">, string>> = {
  money_arrived: "Money has arrived",
  chargeback: "Chargeback",
  issue_resolved: "Issue resolved",
  issue_lost: "Issue lost",
  expire: "Expire",
}

/** One Smart Transaction: a line, and behind it its payments, pushes and what can happen next. */
export function transactionItem(sandbox: Sandbox, record: SmartTransaction): Html {
  const payment = currentPayment(sandbox, record)
  return html`<details class="transaction" id="${record.id}">
    <summary>
      <span class="when">${record.created.slice(0, 16).replace("T", " ")}</span>
      <span class="what">
        <strong>${record.request.transactionRef ?? record.request.merchantRef ?? "–"}</strong>
        <code>${record.id}</code>
      </span>
      <span class="method">${record.method ? methodNames.en[record.method] : "–"}</span>
      <span class="sum">${money(record.sum, record.currency, "en")}</span>
      <span class="states">
        <span class="state ${record.status}">${record.status}</span>
        ${payment && paymentBadge(sandbox, payment)}
      </span>
    </summary>
    <div class="body">
      ${actions(sandbox, record)} ${paymentTable(sandbox, record)} ${pushTable(sandbox, record)}
      <p class="links">
        <a href="/pay?stx=${record.id}">Hosted page</a>
        <a href="/sandbox/transactions/${record.id}">All data as JSON</a>
      </p>
    </div>
  </details>`
}

function paymentBadge({ settings }: Sandbox, payment: Payment): Html {
  const simple = simpleStatus(payment, settings)
  return html`<span class="state simple-${simple}">${simple} ${simpleStatusTexts[simple]}</span>`
}

function actions(sandbox: Sandbox, record: SmartTransaction): Html {
  const path = `/sandbox/transactions/${record.id}`
  const events = possibleEvents(sandbox, record)
  const button = (type: SandboxEvent): Html =>
    type === "refund"
      ? refundForm(record)
      : callButton(eventLabels[type], { path: `${path}/events`, body: { type } })
  return html`<div class="actions">
    ${
      record.deferred &&
      html`<p class="note">The shopper is done; reads will show it in a moment.</p>`
    }
    ${isPayable(record) && html`<a class="button" href="/pay?stx=${record.id}">Pay as the shopper</a>`}
    ${events.map(button)}
    ${events.length === 0 && !isPayable(record) && html`<p class="note">Nothing more can happen.</p>`}
  </div>`
}

function refundForm(record: SmartTransaction): Html {
  return html`<form class="refund" data-path="/sandbox/transactions/${record.id}/events">
    <label for="refund-${record.id}">Refund, minor units</label>
    <input
      id="refund-${record.id}"
      name="amount"
      type="number"
      min="1"
      step="1"
      placeholder="all"
    />
    <button>Refund</button>
  </form>`
}

function paymentTable(sandbox: Sandbox, record: SmartTransaction): Html | false {
  const payments = sandbox.state.allPaymentsOf(record.id)
  if (payments.length === 0) return false
  const amount = (value: number, { currency }: Payment): string => money(value, currency, "en")
  const row = (payment: Payment): Html =>
    html`<tr>
      <td><code>${payment.id}</code></td>
      <td>${payment.refundOf === null ? methodNames.en[payment.method] : "Refund"}</td>
      <td>${paymentBadge(sandbox, payment)} ${payment.state.replaceAll("_", " ")}</td>
      <td class="number">${amount(payment.amount, payment)}</td>
      <td class="number">${amount(effectiveAmount(sandbox.state, payment), payment)}</td>
    </tr>`
  return html`<div class="scroll" role="group" aria-label="Payments" tabindex="0">
    <table>
      <caption>
        Payments
      </caption>
      <thead>
        <tr>
          <th scope="col">Id</th>
          <th scope="col">Kind</th>
          <th scope="col">State</th>
          <th scope="col" class="number">Amount</th>
          <th scope="col" class="number">Effective</th>
        </tr>
      </thead>
      <tbody>
        ${payments.map(row)}
      </tbody>
    </table>
  </div>`
}
