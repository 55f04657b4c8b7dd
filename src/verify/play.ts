import { openHost, type Host, type HostAnswer, type HostRequest } from "./host"

/** Who plays: what the merchant has configured, or what the sandbox was started with. */
export interface Access {
  /** As `allowedHost` returns it. */
  baseUrl: string
  clientId: string
  clientSecret: string
  contractId: string
  templateId: string
}

/** A run against one host: its door, its token, and the texts that are its own. */
export interface Play {
  access: Access
  host: Host
  /** Ids and addresses by what they are: `the contract`. Grows as the run goes on. */
  known: Map<string, string>
  /** Smart Transactions that were made and are to be cancelled in the end. */
  made: Set<string>
  /** A call with a good token, below `/api/v2`. */
  call: (step: string, request: HostRequest) => Promise<HostAnswer>
  /** The header of a call with a good token. */
  authorization: () => Record<string, string>
}

/** @throws {Error} when the host gives no token for these credentials */
export async function startPlay(access: Access): Promise<Play> {
  const host = openHost(access.baseUrl)
  const known = new Map([
    [access.contractId, "the contract"],
    [access.templateId, "the template"],
  ])
  const token = tokenOf(await host.call("token", tokenRequest(access)))
  if (!token) throw new Error(noToken(access.baseUrl, host.exchanges.at(-1)?.answer))
  const made = new Set<string>()
  const authorization = () => ({ Authorization: `Bearer ${token}` })
  return {
    authorization,
    access,
    host,
    known,
    made,
    call: async (step, request) => {
      const headers = { ...authorization(), ...request.headers }
      const path = `/api/v2${request.path}`
      const answer = await host.call(step, { ...request, path, headers })
      const id = textAt(answer.json, "id")
      if (id?.startsWith("STX_")) made.add(id)
      return answer
    },
  }
}

/** A request for a token, with whatever is to be tried instead of the good values. */
export function tokenRequest(access: Access, changes: Record<string, unknown> = {}): HostRequest {
  const { clientId: client_id, clientSecret: client_secret } = access
  const good = { grant_type: "client_credentials", client_id, client_secret }
  return { method: "POST", path: "/oauth/token", body: { ...good, ...changes } }
}

export const tokenOf = ({ json }: HostAnswer): string | undefined => textAt(json, "access_token")

/** The text in a field of an answer, if there is one. */
export function textAt(json: unknown, field: string): string | undefined {
  const value = fieldOf(json, field)
  return typeof value === "string" && value !== "" ? value : undefined
}

/** Whatever stands in a field of an answer. */
export function fieldOf(json: unknown, field: string): unknown {
  if (typeof json !== "object" || json === null) return undefined
  return Object.entries(json).find(([name]) => name === field)?.[1]
}

function noToken(baseUrl: string, answer: HostAnswer | undefined): string {
  const status = answer?.status ?? 0
  const why = status === 0 ? `there is no answer (${answer?.text ?? ""})` : `HTTP ${status}`
  return `${baseUrl} gives no token for these credentials: ${why}. Check clientId, clientSecret and environment.`
}
