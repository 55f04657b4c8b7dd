import { useEffect, useState } from "react"

import { fetchPaymentSession, type PaymentSession } from "../api/payment"

const POLL_MS = 2000
const MAX_LOOKS = 30

function isDecided({ state, order_id }: PaymentSession): boolean {
  return order_id !== null || state === "failed" || state === "aborted"
}

/**
 * Looks every two seconds what has become of a payment, for about a minute. A look that fails
 * counts like one that found nothing.
 */
export function usePaymentSession(id: string) {
  const [session, setSession] = useState<PaymentSession>()
  const [checks, setLooks] = useState(0)
  const isOver = checks >= MAX_LOOKS || (session !== undefined && isDecided(session))

  useEffect(() => {
    if (isOver) return
    const look = () =>
      void fetchPaymentSession(id)
        .then(setSession)
        .catch(() => undefined)
        .finally(() => setLooks((count) => count + 1))
    const timer = setTimeout(look, checks === 0 ? 0 : POLL_MS)
    return () => clearTimeout(timer)
  }, [id, isOver, checks])

  return { session, isOver, lookAgain: () => setLooks(0) }
}
