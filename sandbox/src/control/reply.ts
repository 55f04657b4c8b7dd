import type { Request, RequestHandler } from "express"
import { z } from "zod"
import { NotRefundable } from "../machine/cancel-payment"
import { WrongState } from "../machine/wrong-state"
import { messageOf } from "../message-of"

/** A refusal of the control API: `{ "error": "…" }`. */
export class ControlError extends Error {
  override readonly name = "ControlError"
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Answers with what `handle` returns: 200, or 400, 404, 409 with a message. */
export function control(handle: (request: Request) => unknown): RequestHandler {
  return (request, response) => {
    void (async () => {
      try {
        response.json(await handle(request))
      } catch (error) {
        const { status, message } = refusalOf(error)
        response.status(status).json({ error: message })
      }
    })()
  }
}

/** @throws ControlError naming what is wrong */
export function parse<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body ?? {})
  if (!result.success) throw new ControlError(400, z.prettifyError(result.error))
  return result.data
}

function refusalOf(error: unknown): { status: number; message: string } {
  if (error instanceof ControlError) return { status: error.status, message: error.message }
  const message = messageOf(error)
  if (error instanceof WrongState || error instanceof NotRefundable) return { status: 409, message }
  return { status: 500, message }
}
