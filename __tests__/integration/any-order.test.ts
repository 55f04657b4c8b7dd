import { describeBroken, modelShop, playSeeds } from "../model/play-seeds"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"

/** Longer runs: `npm run proof`, or `npm run model -- --runs 1000 --seed 7 --capture manual`. */
const WISH = { runs: 5, minutes: 10, steps: 20 }

describe("orders that anything happens to, in any order and several at once", () => {
  it.each([
    { capture: "automatic", seed: 1_000, orderFirst: false },
    { capture: "manual", seed: 2_000, orderFirst: false },
    { capture: "automatic", seed: 3_000, orderFirst: true },
  ] as const)(
    "break no law about money, capture $capture, order first: $orderFirst",
    async ({ capture, ...kind }) => {
      const shop: Shop = await sharedShop(modelShop(capture))
      try {
        const { sequences, broken } = await playSeeds(shop, { ...WISH, ...kind })
        expect(broken.map(describeBroken)).toEqual([])
        expect(sequences).toBe(WISH.runs)
      } finally {
        await shop.stop()
      }
    },
  )
})
