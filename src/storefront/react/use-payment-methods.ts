import { useEffect, useState } from "react"

import type { StorePaymentMethod, StorePaymentMethodsResponse } from "../../http-types"
import { type Failure, failure, type Result } from "../failure"
import { toStoreLocale } from "../locale"
import { type ChosenMethod, useChosenMethod } from "./use-chosen-method"
import { useLatest } from "./use-latest"

export interface UsePaymentMethods {
  /** `listPaymentMethods` with its client, or a server action that calls it. */
  load: () => Promise<Result<StorePaymentMethodsResponse>>
  /** Loaded anew when it changes: the cart's id, total and address, the language. */
  loadKey: string
  /** Of the sentence when nothing could be loaded. */
  locale?: string | undefined
}

export interface PaymentMethodsState extends ChosenMethod {
  /** `undefined` while they are loaded for the first time. */
  methods: StorePaymentMethod[] | undefined
  failure: Failure | null
}

const NONE: StorePaymentMethod[] = []

/** The ways to pay, loaded in the browser, and which one is chosen. */
export function usePaymentMethods({
  load,
  loadKey,
  locale,
}: UsePaymentMethods): PaymentMethodsState {
  const latest = useLatest(load)
  const [methods, setMethods] = useState<StorePaymentMethod[]>()
  const [failed, setFailed] = useState<Failure | null>(null)

  useEffect(() => {
    let isCurrent = true
    const take = (found: Result<StorePaymentMethodsResponse>) => {
      if (!isCurrent) return
      setFailed(found.ok ? null : found)
      if (found.ok) setMethods(found.payment_methods)
    }
    latest.current().then(take, () => take(failure("no_answer", toStoreLocale(locale))))
    return () => {
      isCurrent = false
    }
  }, [loadKey])

  return { methods, ...useChosenMethod(methods ?? NONE), failure: failed }
}
