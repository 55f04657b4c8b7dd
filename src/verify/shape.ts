/** What stands at one place of a JSON answer. */
export interface Spot {
  /** `whole number`, `text`, `id STX_`, `list of 2`: how it is written, not what it says. */
  kind: string
  /** The value itself where it is a word of the vendor's, the same for everybody. */
  word?: string
}

/** By place: `transactions[].id`. Of the items of a list every place is named once. */
export type Shape = ReadonlyMap<string, readonly Spot[]>

/** Fields whose values are words of the protocol or echo the request. */
const WORDS = new Set(
  `amount appended called code currency error hierarchy intent is_demo item_type language media_type method object payment_method
   priceOne quantity repeated result status status_simple sum target tax token_type type`.split(
    /\s+/,
  ),
)
const MANY = 2_000
const LONGEST_WORD = 60

/** How the texts of a host are told apart that are its own: ids by name, such as `the contract`. */
export type KnownTexts = ReadonlyMap<string, string>

/**
 * The shape of an answer. `null` and absence are the same to the vendor, and so they are here.
 *
 * @param known texts that differ from host to host although they mean the same
 */
export function shapeOf(json: unknown, known: KnownTexts = new Map()): Shape {
  const shape = new Map<string, Spot[]>()
  visit({ shape, known }, "", json)
  return shape
}

interface Visit {
  shape: Map<string, Spot[]>
  known: KnownTexts
}

function visit(context: Visit, place: string, value: unknown): void {
  if (value === null || value === undefined) return
  note(context, place, value)
  if (Array.isArray(value)) {
    for (const item of value) visit(context, `${place}[]`, item)
  } else if (typeof value === "object") {
    for (const [name, field] of Object.entries(value)) {
      visit(context, place ? `${place}.${name}` : name, field)
    }
  }
}

function note({ shape, known }: Visit, place: string, value: unknown): void {
  const spots = shape.get(place) ?? []
  shape.set(place, [...spots, { kind: kindOf(value, known), ...wordOf(place, value) }])
}

function wordOf(place: string, value: unknown): { word?: string } {
  const name = place.split(".").at(-1)?.replace(/\[\]$/, "") ?? ""
  return WORDS.has(name) && isScalar(value) ? { word: String(value).slice(0, LONGEST_WORD) } : {}
}

const isScalar = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"

function kindOf(value: unknown, known: KnownTexts): string {
  if (typeof value === "string") return known.get(value) ?? kindOfText(value)
  if (typeof value === "number") return Number.isInteger(value) ? "whole number" : "fraction"
  if (!Array.isArray(value)) return typeof value
  return value.length === 0 ? "empty list" : `list of ${value.length}`
}

const TEXTS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["empty text", /^$/],
  ["time with offset", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["address", /^https?:\/\/\S+$/],
  ["digits in a text", /^-?\d+$/],
  ["text with control characters", /[\u0000-\u001f\u007f]/],
]

function kindOfText(value: string): string {
  if (value.length > MANY) return "very long text"
  const id = /^([A-Z]{2,4})_[A-Z0-9]{20,40}$/.exec(value)
  if (id) return `id ${id[1] ?? ""}_`
  return TEXTS.find(([, pattern]) => pattern.test(value))?.[0] ?? "text"
}
