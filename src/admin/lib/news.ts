/**
 * For queries of payments. The server has the news of pushes and of the clock: an open page asks it
 * every ten seconds, and a page that is opened does not begin with what the dashboard, which keeps
 * answers for a minute and a half, still has from the last time.
 */
export const WITH_NEWS = { refetchInterval: 10_000, staleTime: 0 } as const
