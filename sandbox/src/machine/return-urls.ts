import type { SmartTransaction } from "../state/records"

/** Where a shopper leaves the hosted page to; null when the shop named no such address. */
export interface ReturnUrls {
  success: string | null
  error: string | null
  abort: string | null
}

/**
 * The return URLs with the vendor's fall-backs: `url_failure` stands for error and abort; without
 * an abort URL the error URL serves; without either nobody is offered to abort.
 * @see https://developer.secuconnect.com/integration/Return_URLs.html
 */
export function returnUrls(smartTransaction: SmartTransaction): ReturnUrls {
  const urls = smartTransaction.request.application_context.return_urls ?? {}
  const error = urls.url_error ?? urls.url_failure ?? null
  return {
    success: urls.url_success ?? null,
    error,
    abort: urls.url_abort ?? urls.url_failure ?? error,
  }
}
