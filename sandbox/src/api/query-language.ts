import { ApiError } from "./api-error"

type Test = (item: unknown) => boolean

const token = /\s*(\(|\)|AND\b|OR\b|NOT\b|[\w.]+:(?:\[[^\]]*\]|"[^"]*"|[^\s()]+))/y

/**
 * Reads the query of a list: `property:condition` with dotted properties, `?` and `*`, ranges
 * `[a TO b]`, `AND`, `OR`, `NOT` and parentheses. An empty one is met by everything.
 * @throws ApiError
 * @see https://developer.secuconnect.com/api/
 */
export function parseQuery(text: string): Test {
  if (text.trim() === "") return () => true
  const reader = new Reader(tokensOf(text))
  const test = reader.either()
  if (reader.peek() !== undefined) throw unreadable(text)
  return test
}

/** The values at a dotted path; lists on the way are looked into. */
export function valuesAt(item: unknown, path: string): unknown[] {
  return path.split(".").reduce<unknown[]>(
    (values, key) =>
      values.flatMap((value) => {
        if (typeof value !== "object" || value === null) return []
        const next: unknown = Reflect.get(value, key)
        return Array.isArray(next) ? next.map((each: unknown) => each) : [next]
      }),
    [item],
  )
}

class Reader {
  private readonly tokens: string[]

  constructor(tokens: string[]) {
    this.tokens = tokens
  }

  peek(): string | undefined {
    return this.tokens[0]
  }

  either(): Test {
    const one = this.all()
    if (this.peek() !== "OR") return one
    this.tokens.shift()
    const other = this.either()
    return (item) => one(item) || other(item)
  }

  private all(): Test {
    const one = this.single()
    if (this.peek() !== "AND") return one
    this.tokens.shift()
    const other = this.all()
    return (item) => one(item) && other(item)
  }

  private single(): Test {
    const next = this.tokens.shift()
    if (next === "NOT") {
      const test = this.single()
      return (item) => !test(item)
    }
    if (next === "(") {
      const test = this.either()
      if (this.tokens.shift() !== ")") throw unreadable("a parenthesis is not closed")
      return test
    }
    if (!next?.includes(":")) throw unreadable(next ?? "it ends too early")
    const colon = next.indexOf(":")
    return fieldTest(next.slice(0, colon), next.slice(colon + 1))
  }
}

function fieldTest(path: string, condition: string): Test {
  const meets = conditionTest(condition)
  return (item) =>
    valuesAt(item, path).some((value) => value !== undefined && value !== null && meets(value))
}

function conditionTest(condition: string): (value: unknown) => boolean {
  const range = /^\[(\S+) TO (\S+)\]$/.exec(condition)
  if (range) {
    const [, from = "*", to = "*"] = range
    return (value) => isOrdered(from, value) && isOrdered(value, to)
  }
  const pattern = condition
    .replace(/^"(.*)"$/, "$1")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".")
  const whole = new RegExp(`^${pattern}$`, "i")
  return (value) => whole.test(String(value))
}

function isOrdered(one: unknown, other: unknown): boolean {
  if (one === "*" || other === "*") return true
  const [left, right] = [Number(one), Number(other)]
  if (Number.isNaN(left) || Number.isNaN(right)) return String(one) <= String(other)
  return left <= right
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)?.[1]
    if (found === undefined) throw unreadable(text)
    tokens.push(found)
  }
  return tokens
}

const unreadable = (what: string): ApiError => new ApiError("format", `q: cannot be read: ${what}`)
