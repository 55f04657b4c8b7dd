import type { RequestHandler, Response } from "express"
import { NotRefundable } from "../machine/cancel-payment"
import { WrongState } from "../machine/wrong-state"
import type { Fault } from "../faults"
import type { JournalEntry } from "../journal"
import type { Sandbox } from "../sandbox"
import { ApiError, errorBody, faultReply } from "./api-error"
import { messageOf } from "../message-of"

export interface Reply {
  status: number
  body: unknown
}

export interface ApiCall {
  id: string
  /** Named parts of the path. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  body: unknown
  authorization: string | undefined
}

/**
 * Wraps what answers a request: journal, faults, odd forms, errors in the API's shape, latency.
 * @param handle does the work and returns the whole reply; may throw ApiError and the machine's errors
 */
export function endpoint(sandbox: Sandbox, handle: (call: ApiCall) => Reply): RequestHandler {
  return (request, response) => {
    const body: unknown = request.body
    const path = request.originalUrl.replace(/\?.*$/, "")
    const isEmpty = (request.headers["content-length"] ?? "0") === "0"
    const entry = sandbox.journal.open({
      method: request.method,
      path,
      body: isEmpty ? null : body,
    })
    const fault = sandbox.faults.take(request.method, path)
    entry.fault = fault?.fault ?? null
    const call = {
      id: request.params.id ?? "",
      params: request.params,
      query: new URL(request.originalUrl, "http://sandbox").searchParams,
      body,
      authorization: request.headers.authorization,
    }
    const work = () => {
      const { answer, names } = sandbox.odd.applyTo(
        run(() => handle(call)),
        { method: request.method, path },
      )
      entry.odd = names
      return answer
    }
    void answerWith({ sandbox, response, entry, fault, work })
  }
}

interface Exchange {
  sandbox: Sandbox
  response: Response
  entry: JournalEntry
  fault: Fault | undefined
  work: () => Reply
}

async function answerWith(exchange: Exchange): Promise<void> {
  const started = performance.now()
  const status = await exchangeAnswer(exchange)
  exchange.entry.status = status
  exchange.entry.milliseconds = Math.round((performance.now() - started) * 10) / 10
}

/** The HTTP status that went out, null when the connection was dropped. */
async function exchangeAnswer({ sandbox, response, fault, work }: Exchange) {
  const reply = fault ? await disturbed(fault, work) : work()
  if (!reply) {
    response.destroy()
    return null
  }
  await pause(sandbox.settings.latencyMs)
  response.status(reply.status)
  if (typeof reply.body === "string") response.type("html").send(reply.body)
  else response.json(reply.body)
  return reply.status
}

/** What a fault makes of a request; null means that the connection is dropped. */
async function disturbed(fault: Fault, work: () => Reply): Promise<Reply | null> {
  if (fault.fault === "drop_before") return null
  if (fault.fault === "status") return faultReply(fault.status, fault.code)
  if (fault.fault === "delay") await pause(fault.delay_ms)
  if (fault.fault === "hold_before") await fault.released
  const reply = work()
  if (fault.fault === "hold") await fault.released
  if (fault.fault === "garbage") return { status: reply.status, body: "<html>Bad gateway" }
  return fault.fault === "drop_after" ? null : reply
}

function run(work: () => Reply): Reply {
  try {
    return work()
  } catch (error) {
    const refusal = refusalOf(error)
    return {
      status: refusal.kind.http,
      body: errorBody({ kind: refusal.kind, details: refusal.message }),
    }
  }
}

function refusalOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof WrongState) return new ApiError("wrong_state", error.message)
  if (error instanceof NotRefundable) return new ApiError("not_refundable", error.message)
  return new ApiError("internal", messageOf(error))
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
