import { FetchError } from "@medusajs/js-sdk"
import { useState } from "react"

import type { Texts } from "../language/de"
import { useLanguage } from "../language/language"

/** What the store answers is written for shoppers; where no answer came, we say so ourselves. */
function describe(error: unknown, t: Texts): string {
  return error instanceof FetchError ? t.errors.refused(error.message) : t.errors.offline
}

/** For something the shopper sets off: whether it is still going on, and what went wrong. */
export function useAction() {
  const { t } = useLanguage()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const run = (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    work()
      .catch((reason: unknown) => setError(describe(reason, t)))
      .finally(() => setBusy(false))
  }
  return { run, isBusy, error }
}
