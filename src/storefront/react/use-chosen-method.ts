import { useCallback, useEffect, useState } from "react"

import type { StorePaymentMethod } from "../../http-types"
import { rememberedMethod, rememberMethod } from "./remembered"

export interface ChosenMethod {
  /** The `provider_id`: what was chosen last in this tab, also before a decline; else the first. */
  chosen: string | null
  choose: (provider_id: string) => void
}

/** Which of the ways to pay is chosen: by itself for methods that a server has listed. */
export function useChosenMethod(methods: readonly StorePaymentMethod[]): ChosenMethod {
  const [wish, setWish] = useState<string | null>(null)

  useEffect(() => setWish((now) => now ?? rememberedMethod()), [])

  const choose = useCallback((provider_id: string) => {
    rememberMethod(provider_id)
    setWish(provider_id)
  }, [])
  const chosen = methods.find(({ provider_id }) => provider_id === wish) ?? methods[0]
  return { chosen: chosen?.provider_id ?? null, choose }
}
