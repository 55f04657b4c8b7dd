import { useCallback, useEffect, useState } from "react"

import type { StorePaymentMethod, StorePaymentMethodsResponse } from "../../http-types"
import { type Failure, failure, type Result } from "../failure"
import { toStoreLocale } from "../locale"
import { rememberedMethod, rememberMethod } from "./remembered"
import { useLatest } from "./use-latest"

export interface UsePaymentMethods {
  /** `listPaymentMethods` with its client, or a server action that calls it. */
  load: () => Promise<Result<StorePaymentMethodsResponse>>
  /** Loaded anew when it changes: the cart's id, total and address, the language. */
  loadKey: string
  /** Of the sentence when nothing could be loaded. */
  locale?: string | undefined
}

export interface PaymentMethodsState {
  /** `undefined` while they are loaded for the first time. */
  methods: StorePaymentMethod[] | undefined
  /** The `provider_id`: what was chosen last in this tab, also before a decline; else the first. */
  chosen: string | null
  choose: (provider_id: string) => void
  failure: Failure | null
}

/** The ways to pay, and which one is chosen. */
export function usePaymentMethods({
  load,
  loadKey,
  locale,
}: UsePaymentMethods): PaymentMethodsState {
  const latest = useLatest(load)
  const [methods, setMethods] = useState<StorePaymentMethod[]>()
  const [wish, setWish] = useState<string | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)

  useEffect(() => {
    let isCurrent = true
    setWish((now) => now ?? rememberedMethod())
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

  const choose = useCallback((provider_id: string) => {
    rememberMethod(provider_id)
    setWish(provider_id)
  }, [])
  const chosen = methods?.find(({ provider_id }) => provider_id === wish) ?? methods?.[0]
  return { methods, chosen: chosen?.provider_id ?? null, choose, failure: failed }
}
