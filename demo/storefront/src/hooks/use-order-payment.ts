import { useEffect, useState } from "react"

import { fetchOrderPayment, type OrderPayment } from "../api/order"

const POLL_MS = 5000

/** The payment of an order, looked at again every five seconds as long as it waits for money. */
export function useOrderPayment(orderId: string) {
  const [payment, setPayment] = useState<OrderPayment | null>(null)
  const [checks, setLooks] = useState(0)
  const [hasWaited, setWaited] = useState(false)
  const isWaiting = payment?.state === "waiting"

  useEffect(() => {
    if (checks > 0 && !isWaiting) return
    const look = () =>
      void fetchOrderPayment(orderId)
        .then(setPayment)
        .catch(() => undefined)
        .finally(() => setLooks((count) => count + 1))
    const timer = setTimeout(look, checks === 0 ? 0 : POLL_MS)
    return () => clearTimeout(timer)
  }, [orderId, isWaiting, checks])

  useEffect(() => {
    if (isWaiting) setWaited(true)
  }, [isWaiting])

  return { payment, hasArrived: hasWaited && payment?.state === "paid" }
}
