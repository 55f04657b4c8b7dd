/** Chance that can be had again: the same seed throws the same. */
export interface Dice {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  chance(probability: number): boolean
  /** @throws RangeError when there is nothing to choose from */
  pick<Item>(items: readonly Item[]): Item
  /** One of the names, as often as its number says. */
  weighted<Name extends string>(weights: Record<Name, number>): Name
}

/** Mulberry32: small, and good enough for a game. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Item>(items: readonly Item[]) => {
    const item = items[below(items.length)]
    if (item === undefined) throw new RangeError("There is nothing to choose from.")
    return item
  }
  return {
    below,
    chance: (probability) => next() < probability,
    pick,
    weighted(weights) {
      const names: (keyof typeof weights)[] = []
      for (const name in weights) names.push(...Array<typeof name>(weights[name]).fill(name))
      return pick(names)
    },
  }
}
