import { describeBroken, modelShop, playSeeds } from "../model/play-seeds"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"

/** Longer runs: `npm run proof`, or `npm run model -- --runs 1000 --seed 7 --capture manual`. */
const WISH = { runs: 5, minutes: 10, steps: 20 }

describe("orders that anything happens to, in any order and several at once", () => {
  it.each([
    { capture: "automatic", seed: 1_000 },
    { capture: "manual", seed: 2_000 },
  ] as const)("break no law about money, capture $capture", async ({ capture, seed }) => {
    const shop: Shop = await sharedShop(modelShop(capture))
    try {
      const { sequences, broken } = await playSeeds(shop, { ...WISH, seed })
      expect(broken.map(describeBroken)).toEqual([])
      expect(sequences).toBe(WISH.runs)
    } finally {
      await shop.stop()
    }
  })
})
