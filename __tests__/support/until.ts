import { setTimeout as sleep } from "node:timers/promises"

const POLL_MS = 50

/**
 * Asks again and again until there is an answer.
 *
 * @param what ends the sentence "Waited … for" in the error
 * @throws Error when `timeoutMs` (a minute) are over
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
  timeoutMs = 60_000,
): Promise<Found> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`)
    await sleep(POLL_MS)
  }
}
