import { useCallback, useEffect, useRef, useState } from "react"

import { type Failure, failure, type Result } from "../failure"
import { toStoreLocale } from "../locale"
import { useLatest } from "./use-latest"

/** Where the shopper goes, or the order where there was nothing to pay on a page. */
export type Paid = { checkout_url: string | null } | { order_id: string }

export interface UsePay {
  /** `pay` with its client (then `completeCart` where it names no page), or a server action. */
  pay: (provider_id: string) => Promise<Result<Paid>>
  /** The order was placed without a payment page. */
  onOrder?: ((order_id: string) => void) | undefined
  /** Of the sentence when `pay` throws, as a server action does that cannot be reached. */
  locale?: string | undefined
}

export interface PayState {
  /** Clicks while one is on its way do nothing. */
  pay: (provider_id: string) => void
  isBusy: boolean
  failure: Failure | null
}

/** After which a shopper who is still here may click again: the way to the page was stopped. */
const STILL_HERE_MS = 20_000

/** Pays on a click, once: the whole page goes to the payment page. */
export function usePay(options: UsePay): PayState {
  const latest = useLatest(options)
  const isOnItsWay = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)

  const release = useCallback(() => {
    isOnItsWay.current = false
    setBusy(false)
  }, [])

  useEffect(() => {
    // "Back" on the payment page may bring this page back as it was left.
    window.addEventListener("pageshow", release)
    return () => window.removeEventListener("pageshow", release)
  }, [release])

  const pay = useCallback((provider_id: string) => {
    if (isOnItsWay.current) return
    isOnItsWay.current = true
    setBusy(true)
    setFailed(null)
    const { locale, onOrder } = latest.current
    const finish = (paid: Result<Paid>) => {
      if (paid.ok && "checkout_url" in paid && paid.checkout_url !== null) {
        window.location.assign(paid.checkout_url)
        setTimeout(release, STILL_HERE_MS)
        return
      }
      if (!paid.ok) setFailed(paid)
      else if ("order_id" in paid) onOrder?.(paid.order_id)
      release()
    }
    latest.current
      .pay(provider_id)
      .then(finish, () => finish(failure("no_answer", toStoreLocale(locale))))
  }, [])
  return { pay, isBusy, failure: failed }
}
