/** Text that is HTML already: made by `markup`, so that nothing gets into a page unescaped, or a constant of ours. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[] | null

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** HTML of a template: every value is escaped that is not HTML already; null is nothing. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  const texts = parts.map((part, at) => part + written(values[at] ?? null))
  return new Markup(texts.join(""))
}

function written(value: Value): string {
  if (value === null) return ""
  if (value instanceof Markup) return value.text
  if (typeof value === "object") return value.map(({ text }) => text).join("")
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
}
