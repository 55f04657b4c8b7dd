import { inspect } from "node:util"
import type { z } from "zod"

export interface Ask {
  /** GET, or POST when there is a body, unless given. */
  method?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, in place of `body`. */
  raw?: string
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  /** Parsed where it is JSON, else the text. */
  body: unknown
  text: string
  headers: Headers
}

/**
 * A connection of its own: the store closes those that nobody has used for five seconds, and on a
 * busy machine a request could be on its way just then.
 */
export const ALONE = { connection: "close" } as const

/**
 * One HTTP request. Redirects are not followed, and no status is an error.
 *
 * @throws Error that names the request and the cause, where no answer came
 */
export async function ask(url: string, { method, body, raw, headers }: Ask = {}): Promise<Answer> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const request = {
    method: method ?? (payload === undefined ? "GET" : "POST"),
    redirect: "manual",
    headers: { ...ALONE, "content-type": "application/json", ...headers },
    ...(payload === undefined ? {} : { body: payload }),
  } as const
  try {
    const response = await fetch(url, request)
    const text = await response.text()
    return { status: response.status, body: parse(text), text, headers: response.headers }
  } catch (cause) {
    throw new Error(`${request.method} ${url}: no answer, ${reasonOf(cause)}`, { cause })
  }
}

/** fetch itself says only that it failed. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error ? cause.message : inspect(error)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** An API below one address: `call` takes any answer, `ok` only a good one that fits the schema. */
export interface Api {
  url: string
  call(path: string, request?: Ask): Promise<Answer>
  /** @throws Error with the answer when it is not a success or does not fit */
  ok<Found>(schema: z.ZodType<Found>, path: string, request?: Ask): Promise<Found>
}

/** @param headersFor asked before every request: what identifies the caller */
export function createApi(
  url: string,
  headersFor: () => Promise<Record<string, string>> | Record<string, string> = () => ({}),
): Api {
  const call = async (path: string, request: Ask = {}) =>
    ask(url + path, { ...request, headers: { ...(await headersFor()), ...request.headers } })

  return {
    url,
    call,
    async ok(schema, path, request) {
      const answer = await call(path, request)
      const parsed = schema.safeParse(answer.body)
      if (answer.status < 300 && parsed.success) return parsed.data
      throw unexpected(path, answer, parsed.error)
    },
  }
}

function unexpected(path: string, { status, text }: Answer, misfit: Error | undefined): Error {
  const why = status < 300 && misfit ? `${misfit.message}\n` : ""
  return new Error(`${path} answered ${status}: ${why}${text.slice(0, 2_000)}`)
}
