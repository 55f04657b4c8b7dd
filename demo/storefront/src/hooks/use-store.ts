import { createStoreClient, type StoreClient } from "medusa-payment-secuconnect/storefront"
import { useMemo } from "react"

import { useLanguage } from "../language/language"
import { shop } from "../shop"

/** The store, as the storefront kit talks to it in the shopper's language. */
export function useStore(): StoreClient {
  const { language: locale } = useLanguage()
  return useMemo(() => {
    const { store_url: baseUrl, publishable_key: publishableKey } = shop
    return createStoreClient({ baseUrl, publishableKey }, { locale })
  }, [locale])
}
