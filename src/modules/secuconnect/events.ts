import type { IEventBusModuleService } from "@medusajs/framework/types"

/** Of the plugin itself: what is to be looked at now, not with the next minute. Data: `checkout_ids`. */
export const SYNC_REQUESTED = "secuconnect.sync_requested"

/** The core deletes the session after it has told the provider: a check before that is too early. */
export const SYNC_DELAY_MS = 2_000

/** Has checkouts synced in so many ms, outside this request. */
export async function requestSync(
  eventBus: IEventBusModuleService | undefined,
  checkout_ids: string[],
  delay: number,
): Promise<void> {
  await eventBus?.emit({ name: SYNC_REQUESTED, data: { checkout_ids } }, { delay })
}
