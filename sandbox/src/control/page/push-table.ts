import { html, type Html } from "../../page/html"
import type { Sandbox } from "../../sandbox"
import type { Push, SmartTransaction } from "../../state/records"
import { callButton } from "./button"

/** The pushes of a transaction and how their delivery went. */
export function pushTable({ state }: Sandbox, record: SmartTransaction): Html | false {
  const pushes = state.pushesOf(record.id)
  if (pushes.length === 0) return false
  return html`<div class="scroll" role="group" aria-label="Pushes" tabindex="0">
    <table>
      <caption>
        Pushes
      </caption>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">Time</th>
          <th scope="col">Type</th>
          <th scope="col">State</th>
          <th scope="col">Answers</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${pushes.map(row)}
      </tbody>
    </table>
  </div>`
}

function row(push: Push): Html {
  const answers = push.attempts.slice(-5).map(({ status, error }) => String(status ?? error))
  return html`<tr>
    <td><code>${push.id.slice(0, 16)}…</code></td>
    <td>${push.created.slice(11, 19)}</td>
    <td>${push.type}</td>
    <td><span class="state ${push.state}">${push.state.replace("_", " ")}</span></td>
    <td>${answers.join(", ") || "–"}</td>
    <td>
      ${callButton("Send again", {
        path: `/sandbox/transactions/${push.smartTransactionId}/push`,
        body: { push_id: push.id },
      })}
    </td>
  </tr>`
}
