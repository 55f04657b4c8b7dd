/** Of the plugin itself: Smart Transactions that nobody needs any more. Data: `checkout_ids`. */
export const CANCELLATION_REQUESTED = "secuconnect.cancellation_requested"

/** The core deletes the session after it has told the provider: a check before that is too early. */
export const CANCELLATION_DELAY_MS = 2_000
