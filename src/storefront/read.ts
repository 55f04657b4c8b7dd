/** A field of what came over HTTP; `undefined` where there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined
}

/** The text in a field; `null` where there is none. */
export function textIn(value: unknown, name: string): string | null {
  const text = field(value, name)
  return typeof text === "string" ? text : null
}

/** An address that a browser may be sent to: no `javascript:` ever. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === "string" && /^https?:\/\//i.test(value)
}
