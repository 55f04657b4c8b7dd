import { html, type Html } from "../page/html"
import { leaveButton } from "./choice-page"
import { layout } from "./layout"
import { summary } from "./summary"
import type { Visit } from "./visit"

export const contactFields = ["forename", "surname", "email"] as const

export type ContactField = (typeof contactFields)[number]

export interface ContactEntry {
  values: Readonly<Record<ContactField, string>>
  wrong: readonly ContactField[]
}

const attributes: Readonly<Record<ContactField, { type: string; autocomplete: string }>> = {
  forename: { type: "text", autocomplete: "given-name" },
  surname: { type: "text", autocomplete: "family-name" },
  email: { type: "email", autocomplete: "email" },
}

/** Asks the buyer for what the shop has not sent: name and e-mail address. */
export function contactPage(visit: Visit, entry?: ContactEntry): Html {
  const { record, language, t, pageUrl } = visit
  return layout({
    language,
    pageUrl,
    isDemo: record.isDemo,
    heading: t.contactHeading,
    main: html`<p>${t.contactHint}</p>
      <form method="post" action="${pageUrl(language)}" novalidate>
        <div class="card">${contactFields.map((name) => input(visit, name, entry))}</div>
        <button class="primary" name="action" value="contact">${t.continue}</button>
        ${leaveButton(visit)}
      </form>`,
    aside: summary(visit),
  })
}

function input({ t }: Visit, name: ContactField, entry: ContactEntry | undefined): Html {
  const { type, autocomplete } = attributes[name]
  const wrong = entry?.wrong.includes(name) ?? false
  return html`<p class="field">
    <label for="${name}">${t[name]}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${entry?.values[name]}"
      required
      ${wrong && html`aria-invalid="true" aria-describedby="${name}-error"`}
    />
    ${wrong && html`<span class="error" id="${name}-error">${t[`${name}Missing`]}</span>`}
  </p>`
}
