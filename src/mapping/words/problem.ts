import { z } from "zod"
import type { ErrorCode } from "./error-codes"
import { causeOf } from "./errors"

/** Why something failed, where the admin has a sentence of its own for it. */
export const PROBLEM_REASONS = ["out_of_stock", "refused_by_shop", "busy"] as const

export type ProblemReason = (typeof PROBLEM_REASONS)[number]

export function isProblemReason(text: unknown): text is ProblemReason {
  return PROBLEM_REASONS.some((known) => known === text)
}

/** Why something did not work. */
export interface Problem {
  /** In one line, for the log and the merchant: no personal data, no secret. */
  cause: string
  reason: ProblemReason | null
  /**
   * Whether the same can succeed in a moment without anybody changing anything: a lock, a time limit,
   * a connection, two transactions of the database in each other's way.
   */
  is_passing: boolean
}

/** A problem that stays until somebody does something about it. */
export function lastingProblem(cause: string): Problem {
  return { cause, reason: null, is_passing: false }
}

/** One that is over by itself. */
export function passingProblem(cause: string): Problem {
  return { cause, reason: null, is_passing: true }
}

/**
 * What is known of an error, also of one that a workflow has handed on as a plain object. The database
 * driver, MikroORM, Node and Medusa keep their code in different fields.
 */
const failure = z.object({
  name: z.string().default(""),
  message: z.string().default(""),
  __isMedusaError: z.literal(true).optional(),
  type: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  /** secuconnect's client: whether the same call can succeed later. */
  retryable: z.boolean().optional(),
})

type Failure = z.output<typeof failure>

/** The core's steps that only a hook of the shop stands behind. */
const HOOKS: ReadonlySet<string> = new Set([
  "validate",
  "beforePaymentAuthorization",
  "orderCreated",
])

/** @param step name of the core's step that failed */
export function problemOf(error: unknown, step?: string): Problem {
  const cause = causeOf(error)
  const known = failure.safeParse(error)
  if (!known.success) return lastingProblem(cause)
  if (isPassing(known.data))
    return { cause: told(known.data, cause), reason: "busy", is_passing: true }
  if (isOutOfStock(known.data)) return { cause, reason: "out_of_stock", is_passing: false }
  const isSilent = !known.data.__isMedusaError && HOOKS.has(step ?? "")
  return isSilent
    ? {
        cause: `the shop's own check "${step}" refused`,
        reason: "refused_by_shop",
        is_passing: false,
      }
    : lastingProblem(cause)
}

/** The kind of an error alone would be "Error". */
function told({ message }: Failure, cause: string): string {
  return LOCKED.test(message) ? "another process holds a lock" : cause
}

/** Medusa has a code for it in some places, and in others only a sentence. */
function isOutOfStock({ code, message }: Failure): boolean {
  return code === "insufficient_inventory" || /not enough stock|required inventory/i.test(message)
}

/** Locks of all three of Medusa's locking modules: they throw bare errors. */
const LOCKED = /timed-out acquiring lock|failed to acquire lock|is already locked/i

/** Of the database, of Redis and of the network, where no code is left. */
const BROKEN =
  /timeout|timed out|timed-out|deadlock|could not serialize|connection (is closed|terminated|lost)|socket hang up|too many clients/i

/**
 * PostgreSQL: connection lost, deadlock or serialization, no resources, lock not to be had, cancelled by
 * a time limit or an operator. Node: the network.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 * @see https://nodejs.org/api/errors.html#common-system-errors
 */
const PASSING_CODE =
  /^(08\w{3}|40001|40P01|53\w{3}|55P03|57014|57P0[1-5]|25P03|ECONN\w+|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)$/

/** Ours: whoever has paid otherwise is being checked, and closes what stood in the way. */
const PASSING_OF_OURS: ErrorCode = "checkout_already_paid"

/** Medusa's own: "conflict" is answered with 409 and the advice to try again. */
const PASSING_TYPES: ReadonlySet<string | undefined> = new Set(["conflict"])

const PASSING_NAMES =
  /^(Deadlock|LockWaitTimeout|Connection|ServerException|KnexTimeout|MaxRetriesPerRequest|Timeout|Abort|Transaction\w*Timeout|SyncDeadline|SyncBusy)/

function isPassing(failed: Failure): boolean {
  const { name, message, type, code, retryable, __isMedusaError } = failed
  if (retryable !== undefined) return retryable
  if (code === PASSING_OF_OURS || PASSING_CODE.test(String(code))) return true
  // A sentence of Medusa's or of the shop's is for people: only the type says whether it passes.
  if (__isMedusaError) return PASSING_TYPES.has(type)
  return PASSING_NAMES.test(name) || LOCKED.test(message) || BROKEN.test(message)
}
