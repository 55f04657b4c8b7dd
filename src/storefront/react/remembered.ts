const KEY = "secuconnect.payment-method"

/** The method that was chosen last in this tab; null where storage is blocked. */
export function rememberedMethod(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberMethod(provider_id: string): void {
  try {
    sessionStorage.setItem(KEY, provider_id)
  } catch {
    // Blocked storage costs the memory and nothing else.
  }
}
