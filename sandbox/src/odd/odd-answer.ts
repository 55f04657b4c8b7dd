/** An answer of the API as it goes out. */
export interface Answer {
  status: number
  body: unknown
}

/** A form of an answer that no example shows, and that PHP, a proxy or another service can give it. */
export interface OddAnswer {
  /** In words, for whoever lists them. */
  what: string
  /** The calls whose answer it can change: method and path below `/api/v2`, or `/oauth/token`. */
  calls: RegExp
  /** The answer as it goes out; the same object where there is nothing in it to change. */
  change: (answer: Answer) => Answer
}

export type Fields = Record<string, unknown>

export const transaction = /^(POST \/Smart\/Transactions|(GET|PUT) \/Smart\/Transactions\/\w+)$/
export const payment = /^GET \/Payment\/Transactions\/\w+$/

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const asFields = (value: unknown): Fields => (isFields(value) ? value : {})

/** Changes some fields of an answer that is an object; undefined changes nothing. */
export function withFields(
  change: (body: Fields) => Fields | undefined,
): (answer: Answer) => Answer {
  return (answer) => {
    const { body } = answer
    const changed = isFields(body) ? change(body) : undefined
    return changed ? { ...answer, body: { ...asFields(body), ...changed } } : answer
  }
}

/** Changes one field where the answer has it; undefined changes nothing. */
export function withField(
  name: string,
  change: (value: unknown) => unknown,
): (answer: Answer) => Answer {
  return withFields((body) => {
    if (!(name in body)) return undefined
    const changed = change(body[name])
    return changed === undefined ? undefined : { [name]: changed }
  })
}

/** Something else altogether, once the work was done. */
export const instead =
  (body: unknown) =>
  (answer: Answer): Answer =>
    answer.status === 200 ? { ...answer, body } : answer

export const inDigits = (value: unknown) => (typeof value === "number" ? String(value) : undefined)

/** A list by number, as PHP writes one that has a hole. */
export const byNumber = (value: unknown) =>
  Array.isArray(value) && value.length > 0
    ? Object.fromEntries(value.map((item: unknown, nth) => [String(nth + 1), item]))
    : undefined
