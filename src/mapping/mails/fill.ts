/** Puts values in the place of `{name}`. What stands in a value is never taken for a name. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? "")
}
