import { html, type Html } from "../../page/html"

interface Call {
  path: string
  method?: "POST" | "DELETE"
  body?: Record<string, unknown>
}

/** A button that makes one call of the control API. */
export function callButton(label: string, call: Call): Html {
  return html`<button
    type="button"
    data-path="${call.path}"
    data-method="${call.method ?? "POST"}"
    data-body="${JSON.stringify(call.body ?? {})}"
  >
    ${label}
  </button>`
}
