import { merchantReference } from "../api/views/merchant"
import { html, type Html } from "../page/html"
import { texts, type Language } from "./texts"

interface Page {
  language: Language
  /** This page in another language; absent means that it has no switch. */
  pageUrl: (language: Language) => string
  isDemo: boolean
  heading: string
  /** A tick beside the heading. */
  isDone?: boolean
  main: Html
  aside?: Html | undefined
}

const lock = html`<svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
  <path
    d="M7 10V7a5 5 0 0 1 10 0v3h1a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Zm2 0h6V7a3 3 0 0 0-6 0Z"
    fill="currentColor"
  />
</svg>`

/** The hosted page's frame: merchant, language switch, content, order summary. */
export function layout(page: Page): Html {
  const t = texts[page.language]
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.heading} – ${merchantReference.companyname}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/checkout.css" />
      </head>
      <body>
        <header class="top">
          <div class="top-inner">
            <p class="merchant">
              ${merchantReference.companyname}
              ${page.isDemo && html`<span class="badge">${t.demo}</span>`}
            </p>
            ${languageSwitch(page)}
          </div>
        </header>
        <div class="${page.aside ? "columns" : "single"}">
          <main>
            <h1>
              ${page.isDone && html`<span class="tick" aria-hidden="true"></span>`} ${page.heading}
            </h1>
            ${page.main}
          </main>
          ${page.aside}
        </div>
        <footer class="bottom">
          <p>${lock} ${t.secure}</p>
          <p>Smart Checkout Sandbox</p>
        </footer>
        <script src="/assets/checkout.js" defer></script>
      </body>
    </html>`
}

function languageSwitch({ language, pageUrl }: Page): Html {
  const option = (code: Language, name: string): Html =>
    html`<a
      href="${pageUrl(code)}"
      hreflang="${code}"
      lang="${code}"
      ${code === language && html`aria-current="true"`}
      >${name}</a
    >`
  return html`<nav class="languages" aria-label="${texts[language].language}">
    ${option("de", "Deutsch")} ${option("en", "English")}
  </nav>`
}
