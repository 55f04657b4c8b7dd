/** Where secuconnect sends the shopper back to, and where it calls. */
export interface HookUrls {
  success: string
  error: string
  abort: string
  push: string
}

/** @param backendUrl without a slash at its end */
export function hookUrls(
  backendUrl: string,
  { returnToken, pushToken }: { returnToken: string; pushToken: string },
): HookUrls {
  const hooks = `${backendUrl}/hooks/secuconnect`
  const back = `${hooks}/return/${returnToken}`
  return {
    success: `${back}/success`,
    error: `${back}/error`,
    abort: `${back}/abort`,
    push: `${hooks}/push/${pushToken}`,
  }
}

/** The page on which an order is paid; `token` of a payment link, or of the return from a payment of it. */
export function payAddress(backendUrl: string, token: string): string {
  return `${backendUrl}/hooks/secuconnect/pay/${token}`
}
