import type { Shop } from "./shop"
import { until } from "./until"

const PATIENCE_MS = 300_000

/**
 * secuconnect tells the store of a payment, and the store has dealt with it. Told to come again, as by
 * a store that is too busy to be done within its deadline, it comes again.
 */
export async function pushed(shop: Shop, { stx }: { stx: string }): Promise<void> {
  const answered = async () => {
    const answers = await shop.sandbox.push(stx)
    return answers.includes(503) ? undefined : answers
  }
  expect(await until("the webhook to be taken", answered, PATIENCE_MS)).toEqual([200])
}
