import type { Shop } from "./shop"

/** secuconnect tells the store of a payment, once, and the store has dealt with it. */
export async function pushed(shop: Shop, { stx }: { stx: string }): Promise<void> {
  expect(await shop.sandbox.push(stx)).toEqual([200])
}
