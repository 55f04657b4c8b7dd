const kept = 2_000
const secrets = ["client_secret", "refresh_token", "password"]

export interface JournalEntry {
  id: number
  at: string
  method: string
  path: string
  /** Null while the answer is held back, and when the connection was dropped. */
  status: number | null
  body: unknown
  /** From the arrival of the request to its answer. */
  milliseconds: number | null
  fault: string | null
  /** Names of the odd forms that its answer was given. */
  odd: string[]
}

/** What was asked of the API, oldest first, without secrets. */
export class Journal {
  private entries: JournalEntry[] = []
  private lastId = 0

  open(request: { method: string; path: string; body: unknown }): JournalEntry {
    this.lastId += 1
    const entry: JournalEntry = {
      id: this.lastId,
      at: new Date().toISOString(),
      method: request.method,
      path: request.path,
      status: null,
      body: withoutSecrets(request.body),
      milliseconds: null,
      fault: null,
      odd: [],
    }
    this.entries.push(entry)
    if (this.entries.length > kept) this.entries.shift()
    return entry
  }

  list(): readonly JournalEntry[] {
    return this.entries
  }

  clear(): void {
    this.entries = []
  }
}

function withoutSecrets(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body
  return Object.fromEntries(
    Object.entries(body).map(([key, value]: [string, unknown]) => [
      key,
      secrets.includes(key) ? "[removed]" : value,
    ]),
  )
}
