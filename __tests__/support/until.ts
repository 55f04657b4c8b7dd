import { setTimeout as sleep } from "node:timers/promises"

const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 250

/**
 * Asks again and again until there is an answer, and less often the longer it takes: asking keeps
 * the store from what it is to do.
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
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.2, LONGEST_PAUSE_MS)) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`)
    await sleep(pause)
  }
}
