import type { Deadline } from "./deadline"

/** One HTTP request, before anything knows how it travels. */
export interface WireRequest {
  /** For messages: verb and path, ids left out. */
  operation: string
  method: "GET" | "POST" | "PUT"
  url: string
  headers?: Record<string, string>
  body?: object | undefined
  /** Changes nothing at the vendor: may be sent again, and never leaves an unknown outcome. */
  repeatable: boolean
  deadline: Deadline
}

/** An HTTP answer of any status, complete and unparsed. */
export interface WireReply {
  status: number
  contentType: string
  body: string
  /** When the server says that it answered: its `Date` header. */
  date?: string | undefined
}

/**
 * Sends a request and resolves with whatever answer came.
 *
 * @throws {SecuconnectUnreachableError} no connection, or it broke
 * @throws {SecuconnectTimeoutError} the deadline was over first
 * @throws {SecuconnectUnreadableError} the answer was absurdly large
 */
export type Send = (request: WireRequest) => Promise<WireReply>
