import { SecuconnectTimeoutError } from "../errors"

/** The time that one call has, all its requests and waits included. */
export interface Deadline {
  readonly signal: AbortSignal
  remainingMs(): number
  /** Why a call that the signal ended has failed. */
  error(operation: string, outcomeUnknown: boolean): SecuconnectTimeoutError
}

export interface DeadlineOptions {
  timeoutMs: number
  /** Ends the call earlier. */
  signal?: AbortSignal | undefined
}

/** Runs `work` with a deadline and clears the timer when it is done. */
export async function withDeadline<Result>(
  { timeoutMs, signal }: DeadlineOptions,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const abort = () => {
    controller.abort()
  }
  const endsAt = performance.now() + timeoutMs
  const timer = setTimeout(abort, timeoutMs)
  signal?.addEventListener("abort", abort, { once: true })
  if (signal?.aborted) abort()
  try {
    return await work({
      signal: controller.signal,
      remainingMs: () => endsAt - performance.now(),
      error: (operation, outcomeUnknown) => {
        const reason = signal?.aborted
          ? "the caller aborted it"
          : `no answer within ${timeoutMs} ms`
        return new SecuconnectTimeoutError(reason, { operation, retryable: true, outcomeUnknown })
      },
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", abort)
  }
}
