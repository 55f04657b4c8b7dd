import type { AccessTokens } from "./access-tokens"
import { isTokenRefused, speaksOfToken } from "./failure"
import type { Send, WireReply, WireRequest } from "./send"

/**
 * Sends with a token. A token that the API refuses is renewed once and the request sent once more;
 * nothing was carried out the first time. A refusal that only speaks of the token drops it, and what
 * would change something is not sent again.
 */
export function authorized(send: Send, tokens: AccessTokens): Send {
  return async (request) => {
    const token = await waitFor(tokens.get(), request)
    const reply = await sendWith(send, token, request)
    if (!speaksOfToken(reply)) return reply
    tokens.drop(token)
    if (!isTokenRefused(reply) && !request.repeatable) return reply
    return sendWith(send, await waitFor(tokens.get(), request), request)
  }
}

async function sendWith(send: Send, token: string, request: WireRequest): Promise<WireReply> {
  const headers = { ...request.headers, Authorization: `Bearer ${token}` }
  const reply = await send({ ...request, headers })
  // A server that quotes the request in its error must not carry the token into a log.
  return { ...reply, body: reply.body.replaceAll(token, "[redacted]") }
}

/** Waits for the shared token no longer than this caller's own deadline. */
function waitFor(token: Promise<string>, { operation, deadline }: WireRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const expire = () => reject(deadline.error(operation, false))
    if (deadline.signal.aborted) expire()
    deadline.signal.addEventListener("abort", expire, { once: true })
    token.then(resolve, reject).finally(() => {
      deadline.signal.removeEventListener("abort", expire)
    })
  })
}
