import { createAccessTokens } from "./communication/access-tokens"
import { authorized } from "./communication/authorize"
import { createCall } from "./communication/call"
import { issueToken } from "./communication/issue-token"
import { createTransport } from "./communication/transport"
import { resolveBaseUrl } from "./environment"
import { createContracts, type Contracts } from "./resources/contracts"
import { createPayments, type Payments } from "./resources/payments"
import { createSmartTransactions, type SmartTransactions } from "./resources/smart-transactions"

const DEFAULT_TIMEOUT_MS = 20_000
const MAX_TIMEOUT_MS = 600_000

export interface SecuconnectClientOptions {
  /** `live`, `testing`, or a base URL. */
  environment: string
  clientId: string
  clientSecret: string
  /** Bounds each call as a whole, token and repetitions included. 20 s by default. */
  timeoutMs?: number
  userAgent?: string
}

/**
 * The secuconnect API. A call that fails rejects with a `SecuconnectError`; one that was given a
 * malformed id or amount rejects with a `TypeError` before anything is sent.
 */
export interface SecuconnectClient {
  /** The host in use, e.g. `https://connect-testing.secuconnect.com`. */
  readonly baseUrl: string
  readonly smartTransactions: SmartTransactions
  readonly payments: Payments
  readonly contracts: Contracts
  /**
   * Asks for a new token, past the one in hand: whether the credentials are good, and what time it
   * is at secuconnect.
   */
  checkCredentials(): Promise<{ serverTime: Date | null }>
}

/**
 * Makes a client. It holds the token and the open connections of one client id at one host: make it
 * once and keep it. Nothing is sent before the first call.
 *
 * @throws {TypeError} when an option is missing or wrong
 */
export function createSecuconnectClient(options: SecuconnectClientOptions): SecuconnectClient {
  const baseUrl = resolveBaseUrl(options.environment)
  const clientId = required("clientId", options.clientId)
  const clientSecret = required("clientSecret", options.clientSecret)
  const timeoutMs = checkedTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS)

  const send = createTransport(options.userAgent ?? "medusa-payment-secuconnect")
  const issue = () => issueToken({ send, baseUrl, clientId, clientSecret, timeoutMs })
  const tokens = createAccessTokens(issue)
  const call = createCall({ send: authorized(send, tokens), baseUrl, timeoutMs })

  return {
    baseUrl,
    smartTransactions: createSmartTransactions(call),
    payments: createPayments(call),
    contracts: createContracts(call),
    checkCredentials: async () => ({ serverTime: (await issue()).issuedAt }),
  }
}

function required(name: string, value: string): string {
  if (value.trim()) return value
  throw new TypeError(`${name} is empty; take it from the API credentials in secuOffice`)
}

function checkedTimeout(timeoutMs: number): number {
  if (timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS) return timeoutMs
  throw new TypeError(`timeoutMs must be between 1 and ${MAX_TIMEOUT_MS} milliseconds`)
}
