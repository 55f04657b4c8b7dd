import type { z } from "zod"
import { withoutNulls } from "../data/lenient"
import { SecuconnectUnreadableError } from "../errors"
import type { WireReply, WireRequest } from "./send"

/** The JSON value of an answer without its nulls, `undefined` when it is not JSON. */
export function readJson(reply: WireReply): unknown {
  try {
    return withoutNulls(JSON.parse(reply.body))
  } catch {
    return undefined
  }
}

/**
 * What an answer says, by its schema.
 *
 * @throws {SecuconnectUnreadableError} it is not JSON or does not fit; tells where, never what
 */
export function readReply<Reply>(
  reply: WireReply,
  request: WireRequest,
  schema: z.ZodType<Reply>,
): Reply {
  const json = readJson(reply)
  if (json === undefined) {
    const size = `${reply.contentType}, ${reply.body.length} characters`
    throw unreadable(`the reply (${size}) is not JSON`, { reply, request })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map((issue) => issue.path.join(".") || "the whole")
  throw unreadable(`the reply does not fit at ${places.join(", ")}`, { reply, request })
}

function unreadable(
  message: string,
  { reply, request }: { reply: WireReply; request: WireRequest },
): SecuconnectUnreadableError {
  return new SecuconnectUnreadableError(message, {
    operation: request.operation,
    retryable: false,
    outcomeUnknown: !request.repeatable,
    status: reply.status,
  })
}
