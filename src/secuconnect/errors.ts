/** What happened, in one word. */
export type SecuconnectErrorKind =
  "rejected" | "unauthorized" | "unreachable" | "timeout" | "unreadable"

/** What every failed call tells. */
export interface FailureFacts {
  /** Verb and path of the call, ids left out: `POST /Payment/Transactions/{id}/cancel`. */
  operation: string
  /** Whether the same call can succeed later without anybody changing anything. */
  retryable: boolean
  /**
   * True when secuconnect may have carried the request out although there is no usable answer:
   * read the state before sending it again. Always false for a GET.
   */
  outcomeUnknown: boolean
  /** HTTP status, where there was an answer. */
  status?: number | undefined
}

/**
 * Why a call failed. Carries neither the request nor the answer, so that no secret and no buyer's
 * data can reach a log through it.
 */
export abstract class SecuconnectError extends Error {
  abstract readonly kind: SecuconnectErrorKind
  readonly operation: string
  readonly retryable: boolean
  readonly outcomeUnknown: boolean
  readonly status?: number | undefined

  constructor(message: string, facts: FailureFacts) {
    super(`${facts.operation}: ${message}`)
    this.name = new.target.name
    this.operation = facts.operation
    this.retryable = facts.retryable
    this.outcomeUnknown = facts.outcomeUnknown
    this.status = facts.status
  }
}

/**
 * What the vendor says about a failure.
 * @see https://developer.secuconnect.com/integration/Error_Handling.html
 */
export interface Rejection {
  /** The vendor's own code, not the HTTP status. */
  code?: number | undefined
  /** Name of the vendor's exception, e.g. `ProductInternalException`. */
  error?: string | undefined
  /** German sentence for the buyer, the buyer's own data cut out. */
  error_user?: string | undefined
  /** English and technical, for the log, the buyer's own data cut out. */
  error_details?: string | undefined
  /** Quote it to the vendor's help desk. */
  support_id?: string | undefined
}

/** secuconnect answered and said no. */
export class SecuconnectRejectedError extends SecuconnectError {
  readonly kind = "rejected"
  readonly code?: number | undefined
  readonly error?: string | undefined
  readonly error_user?: string | undefined
  readonly error_details?: string | undefined
  readonly support_id?: string | undefined

  constructor(message: string, facts: FailureFacts & { rejection: Rejection }) {
    super(message, facts)
    this.code = facts.rejection.code
    this.error = facts.rejection.error
    this.error_user = facts.rejection.error_user
    this.error_details = facts.rejection.error_details
    this.support_id = facts.rejection.support_id
  }
}

/** The credentials, or a token just issued for them, were refused. */
export class SecuconnectUnauthorizedError extends SecuconnectError {
  readonly kind = "unauthorized"
}

/** No connection, or it broke before the answer was complete. */
export class SecuconnectUnreachableError extends SecuconnectError {
  readonly kind = "unreachable"
}

/** The time for the call was over, or the caller's signal aborted it. */
export class SecuconnectTimeoutError extends SecuconnectError {
  readonly kind = "timeout"
}

/** Whether secuconnect may have carried out what failed: read the state before sending it again. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof SecuconnectError && error.outcomeUnknown
}

/** There was an answer, but not one that can be understood. */
export class SecuconnectUnreadableError extends SecuconnectError {
  readonly kind = "unreadable"
}
