import type { z } from "zod"
import { oneLine, withoutNulls } from "../data/lenient"
import { SecuconnectUnreadableError } from "../errors"
import type { WireReply, WireRequest } from "./send"

/** Deepest nesting that is read; documented answers have seven levels. */
const MAX_DEPTH = 64
/** Longest name of a place, and most places, that a message tells. */
const MAX_PLACE = 80
const MAX_PLACES = 10

/** The JSON value of an answer without its nulls, `undefined` when it is not JSON or nested too deeply. */
export function readJson({ body }: WireReply): unknown {
  try {
    return isTooDeep(body) ? undefined : withoutNulls(JSON.parse(body.replace(/^\uFEFF/, "")))
  } catch {
    return undefined
  }
}

/** Told before it is parsed, since what goes through a value calls itself for each level. */
function isTooDeep(json: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (sign === '"') isInText = !isInText
    else if (isInText) at += sign === "\\" ? 1 : 0
    else depth += STEPS[sign ?? ""] ?? 0
    if (depth > MAX_DEPTH) return true
  }
  return false
}

const STEPS: Record<string, number> = { "{": 1, "[": 1, "}": -1, "]": -1 }

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
    const size = `${oneLine(reply.contentType, MAX_PLACE)}, ${reply.body.length} characters`
    throw unreadable(`the reply (${size}) is ${notRead(reply)}`, { reply, request })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path }) => oneLine(path.join("."), MAX_PLACE))
  const told = places.slice(0, MAX_PLACES).map((place) => place || "the whole")
  throw unreadable(`the reply does not fit at ${told.join(", ")}`, { reply, request })
}

const notRead = ({ body }: WireReply): string =>
  isTooDeep(body) ? `nested more than ${MAX_DEPTH} levels deep` : "not JSON"

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
