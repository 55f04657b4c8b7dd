import { z } from "zod"
import { asRecord, integer, oneLine } from "../data/lenient"
import {
  SecuconnectRejectedError,
  SecuconnectUnauthorizedError,
  SecuconnectUnreachableError,
  SecuconnectUnreadableError,
} from "../errors"
import type { Rejection, SecuconnectError } from "../errors"
import { isTransient } from "./http-status"
import { readJson } from "./read-reply"
import { redactorFor } from "./redact"
import type { WireReply, WireRequest } from "./send"

const INVALID_TOKEN = 2003
/** Longest text that is searched for private data, and longest that is logged and shown. */
const MAX_READ = 4_000
const MAX_SAID = 500

const vendorText = z
  .string()
  .transform((text) => oneLine(text, MAX_READ) || undefined)
  .optional()
  .catch(undefined)
const vendorErrorSchema = z.object({
  status: vendorText,
  code: integer.optional().catch(undefined),
  error: vendorText,
  error_user: vendorText,
  error_details: vendorText,
  supportId: vendorText,
})

/** Whether the API wants a new token: HTTP 401, or 403 with the vendor's code 2003. */
export const isTokenRefused = (reply: WireReply): boolean =>
  reply.status === 401 || (reply.status === 403 && vendorError(reply).code === INVALID_TOKEN)

/**
 * Whether an answer may mean the token: also a 403 with another code, or none, that speaks of it. The
 * token is not used again then; only what changes nothing is sent again.
 */
export function speaksOfToken(reply: WireReply): boolean {
  if (isTokenRefused(reply)) return true
  const { error, error_details, error_user } = vendorError(reply)
  return (
    reply.status === 403 &&
    [error, error_details, error_user].some((text) => TOKEN.test(text ?? ""))
  )
}

/** Beside the word itself: `invalid_token`, `TokenExpiredException`, `Zugriffstoken`. */
const TOKEN = /token/i

/** Whether an answer is a failure, also one that hides behind a successful HTTP status. */
export function isFailure(reply: WireReply): boolean {
  if (reply.status < 200 || reply.status >= 300) return true
  const { status, error, code } = vendorError(reply)
  return status === "error" && (error !== undefined || code !== undefined)
}

/** The error that an answer stands for. */
export function toFailure(reply: WireReply, request: WireRequest): SecuconnectError {
  const { status } = reply
  const { operation } = request
  if (status === 407) {
    const message = "the proxy refused the connection (HTTP 407); check its user and password"
    const facts = { operation, retryable: false, outcomeUnknown: false, status }
    return new SecuconnectUnreachableError(message, facts)
  }
  if (status >= 300 && status < 400) {
    const message = `redirected (HTTP ${status}); check the environment option`
    const facts = { operation, retryable: false, outcomeUnknown: !request.repeatable, status }
    return new SecuconnectUnreadableError(message, facts)
  }
  return toRefusal(reply, request)
}

function toRefusal(reply: WireReply, request: WireRequest): SecuconnectError {
  const { status } = reply
  const rejection = toRejection(reply, request)
  const facts = {
    operation: request.operation,
    retryable: isTransient(status),
    outcomeUnknown: status >= 500 && !request.repeatable,
    status,
  }
  const words = describe(status, rejection)
  if (speaksOfToken(reply) && !isTokenRefused(reply)) {
    const message = `rejected: ${words}; the token was dropped, the next call takes a new one`
    return new SecuconnectRejectedError(message, { ...facts, retryable: true, rejection })
  }
  if (isTokenRefused(reply)) {
    const advice = "check that clientId and environment belong together"
    return new SecuconnectUnauthorizedError(`a fresh token was refused: ${words}; ${advice}`, facts)
  }
  return new SecuconnectRejectedError(`rejected: ${words}`, { ...facts, rejection })
}

function toRejection(reply: WireReply, request: WireRequest): Rejection {
  const redact = redactorFor(request.body)
  const cut = (words: string | undefined) => words && oneLine(redact(words), MAX_SAID)
  const { code, error, error_user, error_details, supportId } = vendorError(reply)
  return {
    code,
    error: cut(error),
    error_user: cut(error_user),
    error_details: cut(error_details),
    support_id: cut(supportId),
  }
}

function describe(status: number, { code, error, error_details, support_id }: Rejection): string {
  const parts = [
    `HTTP ${status}`,
    code === undefined ? undefined : `code ${code}`,
    error,
    error_details,
    support_id === undefined ? undefined : `support id ${support_id}`,
  ]
  return parts.filter((part) => part !== undefined).join(", ")
}

function vendorError(reply: WireReply): z.output<typeof vendorErrorSchema> {
  const parsed = vendorErrorSchema.safeParse(asRecord(readJson(reply)))
  return parsed.success ? parsed.data : {}
}
