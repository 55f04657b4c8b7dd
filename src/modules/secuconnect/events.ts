/** Of the plugin itself: what is to be looked at now, not with the next minute. Data: `checkout_ids`. */
export const SYNC_REQUESTED = "secuconnect.sync_requested"

/** The core deletes the session after it has told the provider: a check before that is too early. */
export const SYNC_DELAY_MS = 2_000
