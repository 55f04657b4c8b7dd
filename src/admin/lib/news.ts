/**
 * For queries of payments. Webhooks and scheduled checks change them on the server: an open page
 * asks it every ten seconds, and a page that is opened does not start with an answer that the
 * dashboard has kept from its last visit, which it does for a minute and a half.
 */
export const WITH_NEWS = { refetchInterval: 10_000, staleTime: 0 } as const
