import { redactorFor, type Redact } from "../secuconnect/communication/redact"
import type { Exchange } from "./host"

/** Fields whose texts say nothing about people, accounts or secrets. All other texts are replaced. */
const HARMLESS = new Set(
  `object called media_type method status status_text status_simple_text created updated currency payment_method intent
   error code product product_raw item_type hierarchy ref_type_raw language type target scope
   token_type grant_type auto_capture creditcard_schemes payment_methods cleared carrier desc
   shop_system shop_system_version plugin_vendor plugin_version articleNumber`.split(/\s+/),
)
/** What the vendor says of a wrong request; it may repeat what was sent. */
const COMPLAINTS = new Set(["error_details", "error_user", "error_description"])
const MANY = 500
/** Numbers in these may be an account's, a card's or a date of birth. */
const PERSONAL = /^(customer|shipping_address|contact|payment_data|payment_instructions|container)$/
const ID = /\b([A-Z]{2,4})_[A-Z0-9]{20,40}\b/g

/** An exchange that may be kept, shown and put beside the tests. */
export interface Recording {
  step: string
  request: { method: string; path: string; body?: unknown }
  answer: { status: number; contentType: string; body: unknown }
}

/**
 * Makes recordings of exchanges: no secret, no token, nobody's data. Types and lengths of texts stay
 * roughly what they were; ids get numbers, the same id always the same.
 *
 * @param secrets are cut out wherever they stand
 */
export function recorder(secrets: readonly string[]): (exchange: Exchange) => Recording {
  const ids = new Map<string, string>()
  const text = (value: string) =>
    secrets
      .reduce((left, secret) => left.replaceAll(secret, "[redacted]"), value)
      .replace(ID, (id, kind: string) => numbered(ids, id, kind))
  return ({ step, request, answer }) => {
    const { method, path, body } = request
    const complaint = redactorFor(typeof body === "object" ? body : undefined)
    const clean = (value: unknown) => redacted({ text, complaint }, [], value)
    return {
      step,
      request: {
        method,
        path: text(path),
        ...(body === undefined ? {} : { body: clean(body) }),
      },
      answer: {
        status: answer.status,
        contentType: answer.contentType,
        body:
          answer.json === undefined
            ? `no JSON, ${answer.text.length} characters`
            : clean(answer.json),
      },
    }
  }
}

/** `STX_0000000000000000000000000000A1` would be one more secret to guess: a number says enough. */
function numbered(ids: Map<string, string>, id: string, kind: string): string {
  const known = ids.get(id) ?? `${kind}_${String(ids.size + 1).padStart(30, "0")}`
  ids.set(id, known)
  return known
}

interface Context {
  text: (value: string) => string
  complaint: Redact
}

function redacted(context: Context, names: readonly string[], value: unknown): unknown {
  if (typeof value === "string") return redactedText(context, names, value)
  if (typeof value === "number") return isPersonal(names) ? 0 : value
  if (Array.isArray(value)) return value.map((item) => redacted(context, names, item))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      context.text(name),
      redacted(context, [...names, name], field),
    ]),
  )
}

const isPersonal = (names: readonly string[]) => names.some((name) => PERSONAL.test(name))

function redactedText(context: Context, names: readonly string[], value: string): string {
  const { text, complaint } = context
  if (new RegExp(`^${ID.source}$`).test(value)) return text(value)
  const name = names.at(-1)
  if (name !== undefined && COMPLAINTS.has(name)) return text(complaint(value)).slice(0, MANY)
  return isHarmless(name) && !isPersonal(names) ? text(value).slice(0, MANY) : replacement(value)
}

/** A list of words, such as that of the methods, has no name. */
const isHarmless = (name: string | undefined) => name === undefined || HARMLESS.has(name)

const REPLACEMENTS: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/^\s*$/, (value) => value],
  [/^https?:\/\//, () => "https://redacted.example.com/"],
  [/^[^\s@]+@[^\s@]+$/, () => "redacted@example.com"],
  [/^\d{4}-\d\d-\d\d/, (value) => value.replace(/^\d{4}-\d\d-\d\d/, "2000-01-01")],
  [/^[+-]?[\d ]+$/, (value) => value.replace(/\d/g, "0")],
]

function replacement(value: string): string {
  const found = REPLACEMENTS.find(([pattern]) => pattern.test(value))
  return found ? found[1](value) : "[redacted]"
}
