import Medusa from "@medusajs/js-sdk"

/** Logs in as the dashboard does: with its session's cookie, or its token. */
const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    ...(__JWT_TOKEN_STORAGE_KEY__ ? { jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ } : {}),
  },
})

type Query = Record<string, string | number | boolean | undefined>

/**
 * Our routes under `/admin/secuconnect`. Errors are `FetchError`s: `message` is written for the
 * merchant, `status` is HTTP's.
 */
export const api = {
  get<Answer>(path: string, query?: Query): Promise<Answer> {
    return sdk.client.fetch<Answer>(`/admin/secuconnect${path}`, query ? { query } : {})
  },
  post<Answer>(path: string, body: object = {}): Promise<Answer> {
    return sdk.client.fetch<Answer>(`/admin/secuconnect${path}`, { method: "POST", body })
  },
  /** A file, as the server sends it. */
  async download(path: string, query: Query, accept: string): Promise<Blob> {
    const headers = { accept }
    const answer = await sdk.client.fetch<Response>(`/admin/secuconnect${path}`, { query, headers })
    return await answer.blob()
  },
}
