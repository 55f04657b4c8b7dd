import axios from "axios"
import type { ReadAs } from "./read-with-client"

const USER_AGENT = "medusa-payment-secuconnect (verify)"
const TIMEOUT_MS = 30_000
const MAX_BYTES = 5 * 1024 * 1024

/** What is to be called, as it goes over the wire. */
export interface HostRequest {
  method: "GET" | "POST" | "PUT"
  /** From the root of the host: `/api/v2/Smart/Transactions`. */
  path: string
  /** Sent as JSON; a text is sent as it is, to try what is no JSON. */
  body?: object | string
  headers?: Record<string, string>
  /** How the plugin's own client would read a successful answer. */
  readAs?: ReadAs
}

/** An answer of any status; `json` is undefined where the text is none. */
export interface HostAnswer {
  /** 0 when there was no answer. */
  status: number
  contentType: string
  text: string
  json: unknown
}

/** One call and its answer, under the name of its step. */
export interface Exchange {
  step: string
  request: HostRequest
  answer: HostAnswer
}

/** One door to a host: sends anything, and keeps what was said. */
export interface Host {
  readonly exchanges: readonly Exchange[]
  call: (step: string, request: HostRequest) => Promise<HostAnswer>
  /** Keeps what the host has said of its own accord: a push, a return. */
  keep: (exchange: Exchange) => void
}

/**
 * Opens the door to a host. It knows nothing of the plugin's client, so that a fault of the client
 * cannot hide one of the host.
 *
 * @param baseUrl as `allowedHost` returns it
 */
export function openHost(baseUrl: string): Host {
  const exchanges: Exchange[] = []
  return {
    exchanges,
    keep: (exchange) => void exchanges.push(exchange),
    call: async (step, request) => {
      refuseRealPayment(request)
      const answer = await send(baseUrl, request)
      exchanges.push({ step, request, answer })
      return answer
    },
  }
}

/** @throws {TypeError} when a Smart Transaction would not be in test mode */
function refuseRealPayment({ method, path, body }: HostRequest): void {
  if (method === "GET" || typeof body !== "object") return
  if (!/\/Smart\/Transactions(\/STX_\w+)?$/.test(path)) return
  if ("is_demo" in body && body.is_demo === true) return
  throw new TypeError(`${method} ${path}: is_demo must be true`)
}

async function send(baseUrl: string, { path, ...request }: HostRequest): Promise<HostAnswer> {
  try {
    const { status, headers, data } = await axios.request<string>({
      ...FIXED,
      ...sent(request),
      url: `${baseUrl}${path}`,
    })
    const contentType = String(headers["content-type"] ?? "").replace(/;.*$/, "")
    return { status, contentType, text: data, json: parsed(data) }
  } catch (error) {
    const cause = axios.isAxiosError(error) ? (error.code ?? error.message) : String(error)
    return { status: 0, contentType: "", text: cause, json: undefined }
  }
}

/** Texts in and out as they are, whatever the status. */
const FIXED = {
  responseType: "text",
  transformRequest: (data: unknown) => data,
  transformResponse: (data: unknown) => (typeof data === "string" ? data : ""),
  validateStatus: () => true,
  maxRedirects: 0,
  maxContentLength: MAX_BYTES,
  timeout: TIMEOUT_MS,
} as const

function sent({ method, body, headers }: Omit<HostRequest, "path">) {
  const common = { Accept: "application/json", "User-Agent": USER_AGENT, ...headers }
  if (body === undefined) return { method, headers: { ...common, "Content-Type": false } }
  const data = typeof body === "string" ? body : JSON.stringify(body)
  return { method, data, headers: { ...common, "Content-Type": "application/json" } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
