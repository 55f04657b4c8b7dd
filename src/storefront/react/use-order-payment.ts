import { useEffect, useState } from "react"

import type { StoreOrderPayment, StoreOrderPaymentResponse } from "../../http-types"
import type { Result } from "../failure"
import { useLatest } from "./use-latest"

export interface UseOrderPayment {
  order_id: string
  /** `retrieveOrderPayment` with its client, or a server action that calls it. */
  read: (order_id: string) => Promise<Result<StoreOrderPaymentResponse>>
  /** What the server has read already. */
  initial?: StoreOrderPaymentResponse | undefined
  /** Between two looks while money is waited for. 5,000 unless given. */
  everyMs?: number
}

export interface OrderPaymentState {
  payment: StoreOrderPayment | null
  can_be_paid: boolean
  /** The money came while the shopper was looking on. */
  hasArrived: boolean
}

const NOTHING: StoreOrderPaymentResponse = { payment: null, can_be_paid: false }

/** How an order is paid, looked at again as long as money is waited for. */
export function useOrderPayment(options: UseOrderPayment): OrderPaymentState {
  const { order_id, initial, everyMs } = { everyMs: 5000, ...options }
  const latest = useLatest(options.read)
  const [found, setFound] = useState(initial)
  const [looks, setLooks] = useState(0)
  const [hasWaited, setWaited] = useState(false)
  const state = found?.payment?.state
  const isWaiting = state === "waiting"

  useEffect(() => {
    if (found && !isWaiting) return
    let isCurrent = true
    const look = async () => {
      const answer = await latest.current(order_id).catch(() => undefined)
      if (!isCurrent) return
      if (answer?.ok) setFound(answer)
      setLooks((count) => count + 1)
    }
    const timer = setTimeout(() => void look(), looks === 0 && !found ? 0 : everyMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [order_id, isWaiting, looks])

  useEffect(() => {
    if (isWaiting) setWaited(true)
  }, [isWaiting])

  return {
    ...(found ?? NOTHING),
    hasArrived: hasWaited && state === "paid",
  }
}
