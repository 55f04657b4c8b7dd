import type { z } from "zod"
import { withDeadline } from "./deadline"
import { isFailure, toFailure } from "./failure"
import { readReply } from "./read-reply"
import type { Send } from "./send"

export interface CallOptions {
  /** Aborts the call, also while it waits to repeat a request. */
  signal?: AbortSignal
}

/** An operation of the API: without its schema an answer cannot leave the client. */
export interface Endpoint<Reply> {
  method: "GET" | "POST" | "PUT"
  /** Below `/api/v2`, e.g. `/Smart/Transactions/{id}`. */
  path: string
  reply: z.ZodType<Reply>
  /** The id that an answer must have: the one that was asked for. */
  idOf?: (reply: Reply) => string
}

export interface CallInput {
  id?: string
  body?: object
  options?: CallOptions | undefined
}

export type Call = <Reply>(endpoint: Endpoint<Reply>, input: CallInput) => Promise<Reply>

export interface CallSetup {
  send: Send
  baseUrl: string
  timeoutMs: number
}

/** Makes the function that all resources call: send within the deadline, then read the answer. */
export function createCall({ send, baseUrl, timeoutMs }: CallSetup): Call {
  return async ({ method, path, reply: schema, idOf }, { id, body, options }) => {
    const url = `${baseUrl}/api/v2${id === undefined ? path : path.replace("{id}", checkedId(id))}`
    return withDeadline({ timeoutMs, signal: options?.signal }, async (deadline) => {
      const operation = `${method} ${path}`
      const request = { operation, method, url, body, repeatable: method === "GET", deadline }
      const reply = await send(request)
      if (isFailure(reply)) throw toFailure(reply, request)
      return readReply(
        reply,
        request,
        idOf ? schema.refine((read) => idOf(read) === id, OTHER) : schema,
      )
    })
  }
}

/** What was read of something else must not be taken for what was asked for. */
const OTHER = { path: ["id"] }

/** An empty id would reach the list instead of one object. */
function checkedId(id: string): string {
  if (/^[\w-]{1,64}$/.test(id)) return id
  throw new TypeError(
    "not an id of secuconnect: up to 64 letters, digits, _ and - are expected, such as STX_2AUSR7M6B2NHPG3C4JTKBEY07YXSAZ",
  )
}
