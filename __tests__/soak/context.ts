import { setTimeout as sleep } from "node:timers/promises"

import type { Shop } from "../support/shop"
import type { Dice } from "./random"
import type { Diary } from "./log"

/** A shop, and the diary of everybody who does something in it. */
export interface World {
  shop: Shop
  diary: Diary
}

/** One who does things there, by chance of their own. */
export interface Actor extends World {
  dice: Dice
}

/**
 * Does something that may fail while things are disturbed.
 *
 * @returns undefined when it failed every time
 */
export async function tryTo<Done>(
  { diary, dice }: Actor,
  what: string,
  action: () => Promise<Done>,
): Promise<Done | undefined> {
  for (let left = 3; left > 0; left -= 1) {
    try {
      const done = await action()
      diary.count(what)
      return done
    } catch {
      diary.count(`${what}: failed`)
      await sleep(100 + dice.below(400))
    }
  }
  return undefined
}

export async function pause({ dice }: Actor, limitMs: number): Promise<void> {
  await sleep(dice.below(limitMs))
}
