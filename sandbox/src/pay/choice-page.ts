import { offeredMethods } from "../machine/offered-methods"
import type { PaymentMethod } from "../machine/payment-methods"
import { html, type Html } from "../page/html"
import { money } from "../page/money"
import { layout } from "./layout"
import { methodMarks, methodPanel } from "./method-panel"
import { summary } from "./summary"
import { methodNames } from "./texts"
import type { Visit } from "./visit"

/** Choose a method and pay, be declined, or leave. */
export function choicePage(visit: Visit): Html {
  const { sandbox, record, language, t, direct } = visit
  const offered = offeredMethods(sandbox.settings, record)
  const shown = direct ? offered.filter((method) => method === direct) : offered
  const heading = shown.length > 0 ? t.heading : t.noMethodHeading
  return layout({
    language,
    pageUrl: visit.pageUrl,
    isDemo: record.isDemo,
    heading,
    main: shown.length > 0 ? form(visit, shown) : noMethod(visit, offered),
    aside: summary(visit),
  })
}

function form(visit: Visit, shown: PaymentMethod[]): Html {
  const { record, language, t } = visit
  return html`${declinedNote(visit)}
    <form method="post" action="${visit.pageUrl(language)}">
      ${shown.length === 1 ? onlyMethod(visit, shown) : choice(visit, shown)}
      <button class="primary" name="action" value="pay">
        ${t.pay} <span class="sum">${money(record.sum, record.currency, language)}</span>
      </button>
      ${leaveButton(visit)} ${sandboxStrip(visit, shown)}
    </form>`
}

function choice({ language, t }: Visit, shown: PaymentMethod[]): Html {
  const names = methodNames[language]
  const option = (method: PaymentMethod, index: number): Html =>
    html`<div class="method">
      <label class="method-name">
        <input
          type="radio"
          name="method"
          value="${method}"
          required
          ${index === 0 && html`checked`}
        />
        <span>${names[method]}</span>
        ${methodMarks(method)}
      </label>
      ${methodPanel(method, t)}
    </div>`
  return html`<fieldset class="methods">
    <legend>${t.chooseMethod}</legend>
    ${shown.map(option)}
  </fieldset>`
}

function onlyMethod({ language, t }: Visit, shown: PaymentMethod[]): Html {
  return html`${shown.map(
    (method) =>
      html`<section class="methods" aria-labelledby="method">
        <div class="method only">
          <h2 class="method-name" id="method">
            <span>${methodNames[language][method]}</span> ${methodMarks(method)}
          </h2>
          <input type="hidden" name="method" value="${method}" />
          ${methodPanel(method, t)}
        </div>
      </section>`,
  )}`
}

function declinedNote({ sandbox, record, direct, t }: Visit): Html | false {
  if (sandbox.state.paymentsOf(record.id).length === 0) return false
  return html`<div class="alert" role="alert">
    <strong>${t.declined}</strong> ${direct ? t.declinedHintOneMethod : t.declinedHint}
  </div>`
}

/** Leaving is offered only where the shop has named an address for it. */
export function leaveButton({ sandbox, record, urls, t }: Visit): Html | false {
  const tried = sandbox.state.paymentsOf(record.id).length > 0
  if (!(tried ? urls.error : urls.abort)) return false
  return html`<button class="quiet" name="action" value="leave" formnovalidate>
    ${tried ? t.leave : t.cancel}
  </button>`
}

function sandboxStrip({ t }: Visit, shown: PaymentMethod[]): Html {
  return html`<section class="strip" aria-labelledby="strip">
    <h2 id="strip">${t.sandboxTitle}</h2>
    <p>${t.sandboxHint}</p>
    <p class="strip-buttons">
      <button name="action" value="decline">${t.simulateDecline}</button>
      ${
        shown.includes("debit") &&
        html`<button name="action" value="pending" class="debit-only">
          ${t.simulateRiskCheck}
        </button>`
      }
    </p>
  </section>`
}

function noMethod(visit: Visit, offered: PaymentMethod[]): Html {
  const { record, t, urls, language } = visit
  const general = `?stx=${record.id}&lang=${language}`
  return html`<p>${t.noMethodText}</p>
    ${offered.length > 0 && html`<p><a class="primary" href="${general}">${t.otherMethods}</a></p>`}
    ${urls.abort && html`<p><a class="quiet" href="${urls.abort}">${t.backToShop}</a></p>`}`
}
