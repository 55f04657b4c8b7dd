import { faultKinds, type Fault } from "../../faults"
import type { JournalEntry } from "../../journal"
import { html, type Html } from "../../page/html"
import type { Sandbox } from "../../sandbox"
import { germanTime } from "../../state/dates"
import { callButton } from "./button"

const shownRequests = 50

/** Settings, faults and the journal of requests. */
export function instruments(sandbox: Sandbox): Html {
  return html`<section class="instruments" aria-label="Instruments">
    ${settingsCard(sandbox)} ${faultCard(sandbox)} ${journalCard(sandbox)}
  </section>`
}

function settingsCard({ settings }: Sandbox): Html {
  const path = "/sandbox/settings"
  const isLate = settings.truthDelayMs > 0
  const lever = (text: string, button: Html): Html => html`<li><span>${text}</span> ${button}</li>`
  return html`<details class="card" id="settings">
    <summary>Settings</summary>
    <ul class="levers">
      ${lever(
        settings.pushes ? "Pushes are sent." : "Pushes are withheld.",
        callButton(settings.pushes ? "Withhold" : "Send", {
          path,
          body: { pushes: !settings.pushes },
        }),
      )}
      ${lever(
        settings.terse ? "Reads are terse." : "Reads are complete.",
        callButton(settings.terse ? "Complete" : "Terse", {
          path,
          body: { terse: !settings.terse },
        }),
      )}
      ${lever(
        isLate
          ? `Reads are ${settings.truthDelayMs / 1_000} s behind the shopper.`
          : "Reads show the truth at once.",
        callButton(isLate ? "At once" : "5 s late", {
          path,
          body: { truth_delay_ms: isLate ? 0 : 5_000 },
        }),
      )}
      ${lever(
        `Access tokens live ${settings.tokenLifetimeSeconds} s.`,
        callButton("Expire all now", { path: "/sandbox/tokens/expire" }),
      )}
    </ul>
  </details>`
}

function faultCard({ faults }: Sandbox): Html {
  const list = faults.list()
  return html`<details class="card" id="faults">
    <summary>Faults <small>${list.length}</small></summary>
    <form class="fault" data-path="/sandbox/faults">
      <label>Path <input name="path" value="/Smart/Transactions" required /></label>
      <label>
        Fault
        <select name="fault">
          ${faultKinds.map((kind) => html`<option>${kind}</option>`)}
        </select>
      </label>
      <label>Times <input name="times" type="number" min="1" value="1" /></label>
      <button>Add</button>
    </form>
    ${
      list.length > 0 &&
      html`<ul class="levers">
          ${list.map(faultLine)}
        </ul>
        ${callButton("Delete all", { path: "/sandbox/faults", method: "DELETE" })}`
    }
  </details>`
}

function faultLine(fault: Fault): Html {
  return html`<li>
    <span>
      ${fault.fault} on ${fault.method ?? "any method"} <code>${fault.path}</code>, met ${fault.met}
      of ${fault.times ?? "any number"}
    </span>
  </li>`
}

function journalCard({ journal }: Sandbox): Html {
  const entries = journal.list()
  return html`<details class="card" id="requests">
    <summary>Requests <small>${entries.length}</small></summary>
    <div class="scroll" role="group" aria-label="Requests" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Request</th>
            <th scope="col" class="number">Status</th>
            <th scope="col" class="number">ms</th>
          </tr>
        </thead>
        <tbody>
          ${entries.slice(-shownRequests).reverse().map(journalRow)}
        </tbody>
      </table>
    </div>
    <p class="links"><a href="/sandbox/requests">All with bodies as JSON</a></p>
  </details>`
}

function journalRow(entry: JournalEntry): Html {
  return html`<tr>
    <td>${germanTime(new Date(entry.at)).slice(11, 19)}</td>
    <td>${entry.method} <code>${entry.path}</code> ${entry.fault}</td>
    <td class="number">${entry.status ?? "–"}</td>
    <td class="number">${entry.milliseconds ?? "–"}</td>
  </tr>`
}
