import { useEffect, useState } from "react"

import type { StorePaymentSession, StorePaymentSessionResponse } from "../../http-types"
import type { CartState } from "../cart-state"
import type { Result } from "../failure"
import { pollPayment, type Wait } from "../payment-session"
import { readReturn, type Returned } from "../return"
import { useLatest } from "./use-latest"

type Lost = "failed" | "aborted"

export interface UseReturn {
  /** The query of the page: `window.location.search`, or what the framework makes of it. */
  query: Parameters<typeof readReturn>[0]
  /** `retrievePayment` with its client, or a server action that calls it. */
  look: (payment_session_id: string) => Promise<Result<StorePaymentSessionResponse>>
  /** `retrieveCartState`: who has paid in another tab is shown the order, not "aborted". */
  cart?: (() => Promise<Result<CartState>>) | undefined
  /** How often to look, and for how long; a minute unless given. */
  pace?: Pick<Wait, "everyMs" | "times"> | undefined
  /** Forget the cart, and show the order. */
  onOrder: (order_id: string) => void
  /** Back to the choice of payment; the cart is as it was. */
  onLost: (outcome: Lost) => void
}

export interface ReturnState {
  /**
   * `checking`: show that the payment is being checked. `leaving`: `onOrder` or `onLost` was called.
   * `undecided`: not decided within a minute; an e-mail comes. `not_ordered`: show `text`.
   * `unknown`: the way back belongs to no payment that the store knows; ask nobody to pay again.
   */
  state: "checking" | "leaving" | "undecided" | "not_ordered" | "unknown"
  /** What the store says to the shopper, as soon as it has said something. */
  text: string | null
  /** Looks again for a minute. */
  lookAgain: () => void
}

/** The page to which the shopper comes back: where to go on, or what to show. */
export function useReturn(options: UseReturn): ReturnState {
  const { outcome, payment_session_id, order_id } = readReturn(options.query)
  const latest = useLatest(options)
  const [tries, setTries] = useState(0)
  const [state, setState] = useState<ReturnState["state"]>("checking")
  const [session, setSession] = useState<StorePaymentSession>()

  useEffect(() => {
    const aborter = new AbortController()
    const { signal } = aborter
    setState("checking")
    const show = (found: StorePaymentSession) => {
      if (!signal.aborted) setSession(found)
    }
    const returned = { outcome, payment_session_id, order_id }
    void conclude(returned, latest.current, { signal, onLook: show }).then((end) => {
      if (signal.aborted) return
      setState(typeof end === "string" ? end : "leaving")
      if (typeof end === "object") leave(end, latest.current)
    })
    return () => aborter.abort()
  }, [outcome, payment_session_id, order_id, tries])

  const isNotOrdered = state !== "leaving" && session?.state === "not_ordered"
  return {
    state: isNotOrdered ? "not_ordered" : state,
    text: session?.text ?? null,
    lookAgain: () => setTries((count) => count + 1),
  }
}

type End = "undecided" | "unknown" | { order_id: string } | { lost: Lost }

function leave(end: Exclude<End, string>, { onOrder, onLost }: UseReturn): void {
  if ("order_id" in end) onOrder(end.order_id)
  else onLost(end.lost)
}

async function conclude(returned: Returned, options: UseReturn, wait: Wait): Promise<End> {
  const { outcome, payment_session_id, order_id } = returned
  if (order_id !== null) return { order_id }
  if (outcome === "failed" || outcome === "aborted") return lost(outcome, options)
  if (outcome === "unknown" || payment_session_id === null) return "unknown"
  const { look, pace } = options
  const found = await pollPayment(() => look(payment_session_id), { ...pace, ...wait })
  return found.ok ? endOf(found.payment_session, options) : "undecided"
}

async function endOf(session: StorePaymentSession, options: UseReturn): Promise<End> {
  const { order_id, state } = session
  if (order_id !== null) return { order_id }
  return state === "failed" || state === "aborted" ? lost(state, options) : "undecided"
}

async function lost(outcome: Lost, { cart }: UseReturn): Promise<End> {
  const found = await cart?.().catch(() => undefined)
  const order_id = found?.ok ? found.order_id : null
  return order_id === null ? { lost: outcome } : { order_id }
}
