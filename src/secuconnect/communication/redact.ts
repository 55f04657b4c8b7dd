const REDACTED = "[redacted]"
const MIN_LENGTH = 3
const PRIVATE_FIELDS = new Set(["customer", "shipping_address", "client_secret"])
const EMAIL = /[^\s@<>"']{1,64}@[^\s@<>"']{1,255}/g
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g

/** Replaces words in a text by `[redacted]`. */
export type Redact = (text: string) => string

/**
 * Cuts private data out of what the vendor says about a request: every text of its `customer` and
 * `shipping_address`, its secret, and whatever looks like an e-mail address or an IBAN.
 */
export function redactorFor(body: object | undefined): Redact {
  const words = [...new Set(privateTexts(body).flatMap(spellings))]
    .filter((word) => word.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length)
  const privateWords = words.length > 0 ? new RegExp(words.map(escape).join("|"), "gi") : undefined
  return (text) => {
    const known = privateWords ? text.replace(privateWords, REDACTED) : text
    return known.replace(EMAIL, REDACTED).replace(IBAN, REDACTED)
  }
}

function privateTexts(body: object | undefined): string[] {
  return Object.entries(body ?? {})
    .filter(([field]) => PRIVATE_FIELDS.has(field))
    .flatMap(([, value]) => textsIn(value))
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The vendor strips blanks from phone numbers. */
const spellings = (word: string): string[] => [word.trim(), word.replace(/\s+/g, "")]

const escape = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
