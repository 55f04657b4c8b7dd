import type { StorePaymentSession, StorePaymentSessionResponse } from "../http-types"
import { failure, type Result } from "./failure"
import { field, textIn } from "./read"
import { ask, type StoreClient } from "./store-client"

/** What has become of a payment. */
export async function retrievePayment(
  client: StoreClient,
  payment_session_id: string,
): Promise<Result<StorePaymentSessionResponse>> {
  return ask(client, {
    path: `/store/secuconnect/payment-sessions/${encodeURIComponent(payment_session_id)}`,
    read: (body) => (isSession(body) ? body : undefined),
  })
}

function isSession(body: unknown): body is StorePaymentSessionResponse {
  return textIn(field(body, "payment_session"), "state") !== null
}

/** The order is there, or the payment has failed or was aborted: nothing changes any more. */
export function isDecided({ state, order_id }: StorePaymentSession): boolean {
  return order_id !== null || state === "failed" || state === "aborted"
}

export interface Wait {
  /** Between two looks. 2,000 unless given. */
  everyMs?: number
  /** How often to look. 30 unless given: about a minute. */
  times?: number
  /** Called with what every look has found. */
  onLook?: ((payment_session: StorePaymentSession) => void) | undefined
  /** Ends the wait. */
  signal?: AbortSignal | undefined
}

/** As it was when the wait ended, decided or not. */
export interface Waited extends StorePaymentSessionResponse {
  is_decided: boolean
}

/**
 * Looks what has become of a payment until that is decided, for a minute at most. A look that is not
 * answered counts like one that found nothing.
 */
export async function waitForPayment(
  client: StoreClient,
  payment_session_id: string,
  wait: Wait = {},
): Promise<Result<Waited>> {
  return pollPayment(() => retrievePayment(client, payment_session_id), wait, client.locale)
}

/** A way to look: `retrievePayment` with its client, or a server action that calls it. */
export type Look = () => Promise<Result<StorePaymentSessionResponse>>

/** The same with any way to look. */
export async function pollPayment(
  look: Look,
  wait: Wait = {},
  locale: StoreClient["locale"] = "en",
): Promise<Result<Waited>> {
  const { everyMs, times, onLook, signal } = { everyMs: 2000, times: 30, ...wait }
  let known: Result<Waited> = failure("no_answer", locale)
  for (let left = times; left > 0 && !signal?.aborted; left--) {
    known = better(known, await lookOnce(look, onLook))
    if (isOver(known)) break
    if (left > 1) await pause(everyMs, signal)
  }
  return known
}

/** `undefined` when it threw, as a server action does that cannot be reached. */
async function lookOnce(look: Look, onLook: Wait["onLook"]): Promise<Result<Waited> | undefined> {
  const found = await look().catch(() => undefined)
  if (!found?.ok) return found
  onLook?.(found.payment_session)
  return { ...found, is_decided: isDecided(found.payment_session) }
}

/** What was found once is not forgotten because a later look failed. */
function better(known: Result<Waited>, found: Result<Waited> | undefined): Result<Waited> {
  if (!found) return known
  return found.ok || found.code === "not_found" || !known.ok ? found : known
}

function isOver(known: Result<Waited>): boolean {
  return known.ok ? known.is_decided : known.code === "not_found"
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener("abort", done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener("abort", done)
  })
}
