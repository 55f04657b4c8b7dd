import http from "node:http"
import https from "node:https"
import axios, { AxiosError, type AxiosInstance, type AxiosResponse } from "axios"
import axiosRetry, { exponentialDelay, type IAxiosRetryConfig } from "axios-retry"
import { SecuconnectUnreachableError, SecuconnectUnreadableError } from "../errors"
import type { SecuconnectError } from "../errors"
import { isTransient } from "./http-status"
import type { Send, WireReply, WireRequest } from "./send"

const RETRIES = 3
const MAX_REPLY_BYTES = 10 * 1024 * 1024
/** Below the time after which servers and firewalls drop a silent connection: no POST meets a dead one. */
const IDLE_SOCKET_MS = 30_000

/**
 * The one place that speaks HTTP: axios with kept-alive connections. Proxies come from
 * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, read by axios; https targets are tunnelled.
 */
export function createTransport(userAgent: string): Send {
  const agentOptions = { keepAlive: true, timeout: IDLE_SOCKET_MS }
  const instance = axios.create({
    httpAgent: new http.Agent(agentOptions),
    httpsAgent: new https.Agent(agentOptions),
    maxRedirects: 0,
    maxContentLength: MAX_REPLY_BYTES,
    responseType: "text",
    validateStatus: (status) => !isTransient(status),
    headers: { Accept: "application/json", "User-Agent": userAgent },
  })
  axiosRetry(instance)
  return (request) => send(instance, request)
}

async function send(instance: AxiosInstance, request: WireRequest): Promise<WireReply> {
  const { deadline } = request
  const delivery = watchedDelivery()
  try {
    const response = await instance.request<string>({
      method: request.method,
      url: request.url,
      headers: { ...request.headers, "Content-Type": request.body ? "application/json" : false },
      data: request.body,
      signal: deadline.signal,
      transport: delivery.transport,
      "axios-retry": repetition(request),
    })
    return toReply(response)
  } catch (error) {
    const reply = completeReply(error)
    if (reply) return toReply(reply)
    throw failure(error, request, delivery.isSent())
  }
}

/** Repeats with back-off, or as late as `Retry-After` asks, while the wait fits into the deadline. */
function repetition({ repeatable, deadline }: WireRequest): IAxiosRetryConfig {
  let attempt = 0
  let waitMs = 0
  return {
    retries: repeatable ? RETRIES : 0,
    retryCondition: (error) => {
      attempt += 1
      waitMs = exponentialDelay(attempt, error)
      return isWorthRepeating(error) && waitMs < deadline.remainingMs()
    },
    retryDelay: () => waitMs,
  }
}

/** Knows whether a request has left completely; before that nobody can have carried it out. */
function watchedDelivery() {
  let sent = false
  const request = (options: https.RequestOptions, onReply: (reply: http.IncomingMessage) => void) =>
    (options.protocol === "https:" ? https : http).request(options, onReply).once("finish", () => {
      sent = true
    })
  return { transport: { request }, isSent: () => sent }
}

function isWorthRepeating(error: AxiosError): boolean {
  if (error.code === AxiosError.ERR_CANCELED || isTooLarge(error)) return false
  const reply = completeReply(error)
  return !reply || isTransient(reply.status)
}

/** An answer that broke off in the middle has no data. */
function completeReply(error: unknown): AxiosResponse<string> | undefined {
  if (!axios.isAxiosError<string>(error)) return undefined
  return typeof error.response?.data === "string" ? error.response : undefined
}

const isTooLarge = (error: AxiosError): boolean =>
  error.code === AxiosError.ERR_BAD_RESPONSE && !error.response

function toReply({ status, headers, data }: AxiosResponse<string>): WireReply {
  const contentType = String(headers["content-type"] ?? "no content type")
  const date: unknown = headers["date"]
  return { status, contentType, body: data, date: typeof date === "string" ? date : undefined }
}

function failure(error: unknown, request: WireRequest, sent: boolean): SecuconnectError {
  const { operation, deadline } = request
  const outcomeUnknown = sent && !request.repeatable
  if (deadline.signal.aborted) return deadline.error(operation, outcomeUnknown)
  if (axios.isAxiosError(error) && isTooLarge(error)) {
    const facts = { operation, retryable: false, outcomeUnknown }
    return new SecuconnectUnreadableError("the reply is larger than 10 MiB", facts)
  }
  const code = axios.isAxiosError(error) && error.code ? ` (${error.code})` : ""
  const what = sent ? "the connection broke before the reply was complete" : "no connection"
  const advice = "check the network, the proxy variables and the environment option"
  const facts = { operation, retryable: true, outcomeUnknown }
  return new SecuconnectUnreachableError(`${what}${code}; ${advice}`, facts)
}
