/** A token as issued. */
export interface Grant {
  token: string
  lifetimeMs: number
}

/** The token of one client id at one host. */
export interface AccessTokens {
  /** A token that is good for a while; callers at the same time share one request for it. */
  get(): Promise<string>
  /** Forgets a token that the API refused, unless it has been replaced already. */
  drop(token: string): void
}

/** @param issue asks for a new token; what it throws reaches everybody who waits for it */
export function createAccessTokens(issue: () => Promise<Grant>): AccessTokens {
  let cached: { token: string; staleAt: number } | undefined
  let inFlight: Promise<string> | undefined

  const renew = async (): Promise<string> => {
    const askedAt = performance.now()
    const { token, lifetimeMs } = await issue()
    cached = { token, staleAt: askedAt + lifetimeMs - marginMs(lifetimeMs) }
    return token
  }

  return {
    get() {
      if (cached && performance.now() < cached.staleAt) return Promise.resolve(cached.token)
      inFlight ??= renew().finally(() => {
        inFlight = undefined
      })
      return inFlight
    },
    drop(token) {
      if (cached?.token === token) cached = undefined
    },
  }
}

/** Time for a request to arrive while its token is still good. */
const marginMs = (lifetimeMs: number): number => Math.min(30_000, lifetimeMs / 10)
