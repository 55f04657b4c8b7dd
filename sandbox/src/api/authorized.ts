import type { Sandbox } from "../sandbox"
import { ApiError } from "./api-error"
import type { ApiCall, Reply } from "./endpoint"

/** Lets a call through only with a token that is still good; the answer is 200. */
export function authorized(
  sandbox: Sandbox,
  handle: (call: ApiCall) => unknown,
): (call: ApiCall) => Reply {
  return (call) => {
    const token = /^Bearer (\S+)$/i.exec(call.authorization ?? "")?.[1]
    if (!token || !sandbox.tokens.isValid(token)) {
      throw new ApiError("token", "Valid auth token required")
    }
    return { status: 200, body: handle(call) }
  }
}
