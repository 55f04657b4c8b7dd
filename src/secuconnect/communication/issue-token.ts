import { z } from "zod"
import { SecuconnectUnauthorizedError } from "../errors"
import { integer } from "../data/lenient"
import type { Grant } from "./access-tokens"
import { withDeadline } from "./deadline"
import { readJson, readReply } from "./read-reply"
import { toFailure } from "./failure"
import type { Send, WireReply } from "./send"

const OPERATION = "POST /oauth/token"
/** For a reply that does not say how long its token lives: the documented 20 minutes. */
const DEFAULT_LIFETIME_S = 1200

const grantSchema = z.object({
  /** Only what can stand in a header. */
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: integer
    .pipe(z.number().positive())
    .default(DEFAULT_LIFETIME_S)
    .catch(DEFAULT_LIFETIME_S),
})

export interface IssuedToken extends Grant {
  /** The server's own time when it issued the token, as far as it tells it. */
  issuedAt: Date | null
}

export interface TokenRequest {
  send: Send
  baseUrl: string
  clientId: string
  clientSecret: string
  timeoutMs: number
}

/**
 * Asks for a new token with the client's credentials.
 *
 * @throws {SecuconnectUnauthorizedError} the credentials are wrong
 * @see https://developer.secuconnect.com/integration/Authenticate_with_OAuth_2.0.html
 */
export function issueToken(options: TokenRequest): Promise<IssuedToken> {
  return withDeadline({ timeoutMs: options.timeoutMs }, async (deadline) => {
    const request = {
      operation: OPERATION,
      method: "POST",
      url: `${options.baseUrl}/oauth/token`,
      body: {
        grant_type: "client_credentials",
        client_id: options.clientId,
        client_secret: options.clientSecret,
      },
      repeatable: true,
      deadline,
    } as const
    const reply = await options.send(request)
    if ([400, 401, 403].includes(reply.status)) throw refusal(reply)
    if (reply.status >= 300) throw toFailure(reply, request)
    const { access_token, expires_in } = readReply(reply, request, grantSchema)
    return { token: access_token, lifetimeMs: expires_in * 1000, issuedAt: toDate(reply.date) }
  })
}

function toDate(header: string | undefined): Date | null {
  const date = new Date(header ?? "")
  return Number.isNaN(date.getTime()) ? null : date
}

function refusal(reply: WireReply): SecuconnectUnauthorizedError {
  const oauth = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) }).safeParse(readJson(reply))
  const word = oauth.success ? `, ${oauth.data.error}` : ""
  return new SecuconnectUnauthorizedError(
    `no token for these credentials (HTTP ${reply.status}${word}); check clientId and clientSecret, and that they belong to the chosen environment`,
    { operation: OPERATION, retryable: false, outcomeUnknown: false, status: reply.status },
  )
}
