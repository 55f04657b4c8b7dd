import { type Failure, failure, failureOf, type Result } from "./failure"
import { type StoreLocale, toStoreLocale } from "./locale"

/** What is sent, as `sdk.client.fetch` takes it. */
export interface StoreRequest {
  method?: "GET" | "POST"
  query?: Record<string, string>
  body?: Record<string, unknown>
  headers?: Record<string, string>
  cache?: "no-store"
  signal?: AbortSignal
}

/** `@medusajs/js-sdk`, as far as it is needed. */
export interface MedusaSdk {
  client: { fetch: (path: string, request: StoreRequest) => Promise<unknown> }
}

/** Where the store is, for storefronts without the SDK. */
export interface StoreAddress {
  /** Of the Medusa backend: `https://api.shop.example.com`. */
  baseUrl: string
  publishableKey: string
  /** Sent with every request: `authorization`, say. */
  headers?: Record<string, string>
  /** Unless given, the platform's. */
  fetch?: typeof fetch
}

export interface StoreClientOptions {
  /** Of the sentences for what the store does not answer: `de`, `en` or a longer tag. English unless given. */
  locale?: string | undefined
  /** After which a request counts as not answered. 30,000 unless given. */
  timeoutMs?: number | undefined
}

/** How the functions of this kit talk to the store. */
export interface StoreClient {
  readonly locale: StoreLocale
  /** @returns the answer's body, whatever it is */
  send: (path: string, request?: StoreRequest) => Promise<{ ok: true; body: unknown } | Failure>
}

const TIMEOUT_MS = 30_000

/**
 * A client of the store's API, of the SDK or of an address. Nothing is ever cached, whatever the
 * framework's default is. The SDK drops the `code` of errors: with it a failure's code is `refused`
 * or `not_found`, and its message is the store's.
 */
export function createStoreClient(
  store: MedusaSdk | StoreAddress,
  { locale, timeoutMs = TIMEOUT_MS }: StoreClientOptions = {},
): StoreClient {
  const language = toStoreLocale(locale)
  const call = "client" in store ? bySdk(store, language) : byFetch(store, language)
  return {
    locale: language,
    send: async (path, request = {}) => {
      const aborter = new AbortController()
      const abort = () => aborter.abort()
      const timer = setTimeout(abort, timeoutMs)
      if (request.signal?.aborted) abort()
      request.signal?.addEventListener("abort", abort)
      try {
        return await call(path, { ...request, cache: "no-store", signal: aborter.signal })
      } catch {
        return failure("no_answer", language)
      } finally {
        clearTimeout(timer)
        request.signal?.removeEventListener("abort", abort)
      }
    },
  }
}

type Call = (path: string, request: StoreRequest) => ReturnType<StoreClient["send"]>

function bySdk({ client }: MedusaSdk, locale: StoreLocale): Call {
  return async (path, request) => {
    try {
      return { ok: true, body: await client.fetch(path, request) }
    } catch (error) {
      // The SDK's FetchError; everything else means that no answer came that could be read.
      if (!(error instanceof Error && "status" in error)) throw error
      const status = Number(error.status)
      return failureOf({ status, body: { message: error.message } }, locale)
    }
  }
}

function byFetch(store: StoreAddress, locale: StoreLocale): Call {
  const { baseUrl, publishableKey, headers } = store
  return async (path, { query, body, ...request }) => {
    const url = new URL(baseUrl.replace(/\/+$/, "") + path)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    const response = await (store.fetch ?? fetch)(url.href, {
      ...request,
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "x-publishable-api-key": publishableKey,
        ...headers,
        ...request.headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const { ok, status } = response
    const answer: unknown = await response.json().catch(() => undefined)
    if (!ok) return failureOf({ status, body: answer }, locale)
    return answer === undefined
      ? failure("unreadable_answer", locale, status)
      : { ok: true, body: answer }
  }
}

/** Sends, and reads what is needed out of the answer; `undefined` from `read` says that it is not there. */
export async function ask<Value extends object>(
  client: StoreClient,
  { path, read, ...request }: AskRequest<Value>,
): Promise<Result<Value>> {
  const answer = await client.send(path, request)
  if (!answer.ok) return answer
  const value = read(answer.body)
  return value ? { ok: true, ...value } : failure("unreadable_answer", client.locale)
}

interface AskRequest<Value> extends StoreRequest {
  path: string
  read: (body: unknown) => Value | undefined
}
