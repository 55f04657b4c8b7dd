import { z } from "zod"
import { startSandbox, type SandboxOptions } from "../../../../sandbox/src"
import fullRequest from "../../../fixtures/secuconnect/smart-transaction-create.webshop-full.request.json"
import tokenRequest from "../../../fixtures/secuconnect/oauth-token.request.json"

const smartTransaction = z.looseObject({
  id: z.string(),
  status: z.string(),
  transactions: z.array(z.looseObject({ id: z.string() })).optional(),
  payment_links: z.record(z.string(), z.string()).optional(),
})

const payment = z.looseObject({
  id: z.string(),
  amount: z.number(),
  status: z.number(),
  details: z.looseObject({ status_simple: z.number() }),
})

const control = z.looseObject({
  status: z.string(),
  method: z.string().nullable(),
  payments: z.array(
    z.looseObject({ id: z.string(), state: z.string(), effective_amount: z.number() }),
  ),
  pushes: z.array(
    z.looseObject({
      id: z.string(),
      payment_id: z.string(),
      type: z.string(),
      state: z.string(),
      attempts: z.array(z.looseObject({ status: z.number().nullable() })),
    }),
  ),
})

const stored = z.looseObject({ id: z.string(), contact: z.unknown() })

const listed = z.object({ count: z.number(), data: z.array(z.looseObject({ id: z.string() })) })

const checkStatus = z.looseObject({ amount: z.number(), status_simple: z.number() })

interface Request {
  method?: string
  body?: unknown
  token?: string | null
}

export type Driver = Awaited<ReturnType<typeof openSandbox>>

/** A running sandbox with what a shop's server and a tester would call. */
export async function openSandbox(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options)

  async function call(path: string, { method, body, token }: Request = {}) {
    const response = await fetch(sandbox.url + path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const parsed: unknown = JSON.parse(text)
    return { status: response.status, body: parsed }
  }

  async function newToken(): Promise<string> {
    const answer = await call("/oauth/token", { body: tokenRequest })
    return z.object({ access_token: z.string() }).parse(answer.body).access_token
  }
  const token = await newToken()

  const api = (path: string, request: Request = {}) => call(`/api/v2${path}`, { token, ...request })

  const ok = async <Output>(
    schema: z.ZodType<Output>,
    answer: Promise<{ status: number; body: unknown }>,
  ): Promise<Output> => {
    const { status, body } = await answer
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return schema.parse(body)
  }

  return {
    url: sandbox.url,
    close: () => sandbox.close(),
    call,
    api,
    token,
    newToken,
    create: (body: unknown = requestWith({})) =>
      ok(smartTransaction, api("/Smart/Transactions", { body })),
    read: (stx: string) => ok(smartTransaction, api(`/Smart/Transactions/${stx}`)),
    payment: (pci: string) => ok(payment, api(`/Payment/Transactions/${pci}`)),
    checkStatus: (pci: string) => ok(checkStatus, api(`/Payment/Transactions/${pci}/checkStatus`)),
    list: (path: string, query: Record<string, string> = {}) =>
      ok(listed, api(`${path}?${new URLSearchParams(query).toString()}`)),
    store: (path: string, body: unknown) => ok(stored, api(path, { body })),
    act: (path: string, body: unknown = {}) =>
      ok(smartTransaction, api(`/Smart/Transactions/${path}`, { method: "POST", body })),
    post: (path: string, body: unknown = {}) => api(path, { method: "POST", body }),
    checkout: (stx: string, body: unknown) =>
      ok(
        z.object({ redirect_url: z.string().nullable() }),
        call(`/sandbox/transactions/${stx}/checkout`, { body }),
      ),
    event: (stx: string, body: unknown) => call(`/sandbox/transactions/${stx}/events`, { body }),
    look: (stx: string) => ok(control, call(`/sandbox/transactions/${stx}`)),
    settings: (body: unknown) => ok(z.looseObject({}), call("/sandbox/settings", { body })),
    fault: (body: unknown) => ok(z.looseObject({}), call("/sandbox/faults", { body })),
    noFaults: () => call("/sandbox/faults", { method: "DELETE" }),
    requests: async () => {
      const answer = await call("/sandbox/requests")
      return z
        .object({
          requests: z.array(
            z.looseObject({
              method: z.string(),
              path: z.string(),
              status: z.number().nullable(),
              body: z.unknown(),
            }),
          ),
        })
        .parse(answer.body).requests
    },
  }
}

/**
 * The documented web shop request with every method allowed, changed at the given dotted paths;
 * `undefined` removes a field.
 */
export function requestWith(changes: Record<string, unknown>): unknown {
  const body: unknown = structuredClone(fullRequest)
  set(body, ["payment_context", "payment_methods"], undefined)
  // A push to the documented host would wait for a name server.
  set(body, ["application_context", "return_urls", "url_push"], "http://127.0.0.1:9/push")
  for (const [path, value] of Object.entries(changes)) set(body, path.split("."), value)
  return body
}

function set(target: unknown, [key, ...rest]: string[], value: unknown): void {
  if (typeof target !== "object" || target === null || key === undefined) {
    throw new Error(`There is nothing at ${String(key)}.`)
  }
  if (rest.length > 0) set(Reflect.get(target, key), rest, value)
  else if (value === undefined) Reflect.deleteProperty(target, key)
  else Reflect.set(target, key, value)
}

/** `expect.stringMatching` without its `any`. */
export const matching = (pattern: RegExp | string): unknown => expect.stringMatching(pattern)

/** `expect.objectContaining` without its `any`. */
export const matchingObject = (fields: Record<string, unknown>): unknown =>
  expect.objectContaining(fields)
