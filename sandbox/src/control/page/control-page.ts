import { html, type Html } from "../../page/html"
import type { Sandbox } from "../../sandbox"
import { instruments } from "./instruments"
import { transactionItem } from "./transaction-item"

const shown = 100

/** The page on which a person is secupay: transactions, what can happen to them, and the levers. */
export function controlPage(sandbox: Sandbox): Html {
  const records = [...sandbox.state.smartTransactions.values()].reverse()
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>secuconnect sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/control.css" />
        <script src="/assets/control.js" defer></script>
      </head>
      <body>
        <header class="top">
          <h1>secuconnect sandbox</h1>
          <p>Here you are secupay: nothing is real, no money moves.</p>
          <dl class="access">
            ${access("API", `${sandbox.config.publicUrl}/api/v2`)}
            ${access("Client id", sandbox.config.clientId)}
            ${access("Contract", sandbox.config.contractId)}
          </dl>
        </header>
        <p id="message" role="status" hidden></p>
        <main>
          <section aria-labelledby="transactions">
            <h2 id="transactions">Smart Transactions <small>${records.length}</small></h2>
            ${records.length === 0 && html`<p class="empty">None yet. Pay for a cart in the shop.</p>`}
            ${records.slice(0, shown).map((record) => transactionItem(sandbox, record))}
            ${records.length > shown && html`<p class="empty">Only the latest ${shown} are shown.</p>`}
          </section>
          ${instruments(sandbox)}
        </main>
      </body>
    </html>`
}

const access = (name: string, value: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd><code>${value}</code></dd>
  </div>`
