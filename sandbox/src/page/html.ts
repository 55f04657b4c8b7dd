/** Markup that needs no more escaping. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = Html | string | number | false | null | undefined | readonly Value[]

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Template tag: every value is escaped, unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const text = strings.reduce((done, part, index) => done + render(values[index - 1]) + part)
  return new Html(text)
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return ""
  if (value instanceof Html) return value.text
  if (typeof value === "object") return value.map(render).join("")
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
