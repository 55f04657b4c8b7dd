import { z } from "zod"

/** Longest text that is kept of an answer: more is no name, no purpose and no message. */
const MAX_TEXT = 500
/** Longest list that is read: no Smart Transaction has as many payments, no payment as many refunds. */
const MAX_ITEMS = 500
const MAX_URL = 2_000
/** Numbers up to this are seconds since 1970, larger ones milliseconds. */
const LAST_SECOND = 1e11

/**
 * Controls and separators of lines, which would begin a new line in a log or in a QR code, and halves
 * of characters, which no database takes.
 */
const LINE_BREAKS = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu
/** What is not seen, and turns the direction in which the rest is read. */
const DIRECTION_MARKS = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu

/** A text of the vendor's on one line, trimmed, and no longer than `max` characters. */
export function oneLine(text: string, max = MAX_TEXT): string {
  const line = text
    .slice(0, max * 4)
    .replace(DIRECTION_MARKS, "")
    .replace(LINE_BREAKS, " ")
    .trim()
  return line.slice(0, max).replace(/\p{Cs}$/u, "")
}

/** An integer that may come as a string of digits. `"49.85"` is refused, never rounded. */
export const integer = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
])

/** A text that may come as a number; on one line. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => oneLine(value))

/** A text that decides nothing: what is none, empty or too long counts as absent. */
export const word = z
  .union([z.string().max(MAX_TEXT), z.number().transform(String)])
  .transform((value) => oneLine(value) || undefined)
  .optional()
  .catch(undefined)

/** May be absent, for which PHP also writes `""`. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional())

/** An id: what is none is refused, because it becomes part of an address. */
export const id = text.pipe(z.string().regex(/^[\w-]{1,64}$/))

/** The id of a thing that may come as the id alone, or alone in a list; absent where it has none. */
export const idOf = z.preprocess(idIn, word)

function idIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? idIn(value[0]) : undefined
  return isRecord(value) ? value["id"] : value
}

/** ISO 4217, in any spelling of its letters. */
export const currency = z
  .string()
  .trim()
  .regex(/^[a-z]{3}$/i)

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...[true, 1, "1", "true", "yes"].map((value) => [value, true] as const),
  ...[false, 0, "0", "false", "no"].map((value) => [value, false] as const),
])

/** Yes or no, as PHP, SQL and JSON write it; absent for anything else. */
export const flag = z
  .unknown()
  .transform((value) => FLAGS.get(typeof value === "string" ? value.trim().toLowerCase() : value))

/** A time as text; seconds or milliseconds since 1970 become ISO 8601. */
export const time = z.unknown().transform((value): string | undefined => {
  const isNumber = typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value))
  if (!isNumber) return typeof value === "string" ? oneLine(value) || undefined : undefined
  const date = new Date(Number(value) * (Number(value) < LAST_SECOND ? 1_000 : 1))
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
})

/** An address of a page: http or https, else absent. */
export const link = z.unknown().transform((value): string | undefined => {
  if (typeof value !== "string" || value.length > MAX_URL) return undefined
  const address = value.trim()
  // A browser's parser passes over line breaks; a log or a page does not.
  return oneLine(address, MAX_URL) === address && isPage(address) ? address : undefined
})

/** Parsed and not asked with `URL.canParse`, which Node 20 answers wrongly once it is hot. */
function isPage(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol)
  } catch {
    return false
  }
}

/**
 * An object. `[]` counts as an empty one, which is how PHP writes it, and so does what is none; an
 * object that stands alone in a list counts as itself.
 */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(asRecord, z.object(shape))

/** What `record` reads. */
export function asRecord(value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value
  return Array.isArray(value) && value.length === 1 && isRecord(value[0]) ? value[0] : {}
}

/** A list that may be absent, `""`, `{}`, an object by keys, or its only item. */
export const list = <Item extends z.ZodType>(item: Item, max = MAX_ITEMS) =>
  z.preprocess(asList, z.array(item).max(max))

export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return value ? [value] : []
  const keys = Object.keys(value)
  const isKeyed = keys.every((key) => /^\d+$/.test(key) || isRecord(value[key]))
  return isKeyed ? Object.values(value) : [value]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The same JSON value with every `null` left out: the vendor uses null and absence alike. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls)
  if (typeof value !== "object" || value === null) return value
  const kept = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutNulls(field)]))
}
