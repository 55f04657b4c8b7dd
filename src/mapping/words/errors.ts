import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import type { ErrorCode } from "./error-codes"

/** An error that reaches the client whole: message and code (HTTP 400). */
export function notAllowed(message: string, code: ErrorCode): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
}

/** The client sent something that cannot be (HTTP 400). */
export function invalidData(message: string, code: ErrorCode): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}

/** What a merchant reads in the admin when money could not be moved: cause and support id. */
export function moneyRequestFailed(what: string, error: unknown): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `secuconnect: ${what} failed. ${causeOf(error)}`,
    "secuconnect_money_request_failed",
  )
}

/** The same when there is no usable answer, and what is true at secuconnect does not tell either. */
export function moneyRequestUnclear(what: string, error: unknown): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `secuconnect: it is not known yet whether ${what} was made. ${causeOf(error)}. ` +
      "Ask for it again in a minute: what was made is found then and not made twice.",
    "secuconnect_money_request_failed",
  )
}

/** Another refund of the same payment is on its way: two at once could not be told apart. */
export function refundUnderWay(): MedusaError {
  return notAllowed(
    "secuconnect: another refund of this payment is being sent. Try again in a minute.",
    "secuconnect_money_request_failed",
  )
}

/** An error as it is thrown, and as a workflow hands it on: a plain object without its class. */
const toldError = z.object({
  name: z.string(),
  message: z.string(),
  __isMedusaError: z.literal(true).optional(),
  error_details: z.string().optional(),
  support_id: z.string().optional(),
})

/**
 * The cause in one line, for the log and the merchant; holds no personal data and no secret: of
 * errors that are neither secuconnect's nor Medusa's only the kind is told, and the fields that
 * could not be read.
 */
export function causeOf(error: unknown): string {
  return tellCause(error).replace(BREAKS, " ").replace(DIRECTION_MARKS, "").slice(0, MOST)
}

/** What would begin a line of its own in a log: an article's title may stand in Medusa's errors. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
/** What is not seen, and turns the direction in which the rest is read. */
const DIRECTION_MARKS = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu
const MOST = 2_000

function tellCause(error: unknown): string {
  const told = toldError.safeParse(error)
  if (!told.success) return "unknown error"
  const { name, message, error_details, support_id } = told.data
  if (told.data.__isMedusaError) return message
  if (error instanceof z.ZodError) return `${name}: ${fieldsOf(error)}`
  if (!/^Secuconnect\w+Error$/.test(name)) return name
  return `${error_details ?? message}${support_id ? ` (support id ${support_id})` : ""}`
}

/** Where in the data the trouble is. Never what stands there. */
function fieldsOf({ issues }: z.ZodError): string {
  return issues.map(({ path }) => path.join(".")).join(", ")
}

/** Whether the database has refused a row because of a unique index; Medusa has no code for it. */
export function isAlreadyThere(error: unknown): boolean {
  return error instanceof MedusaError && /already exists/.test(error.message)
}
