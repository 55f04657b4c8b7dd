import fc from "fast-check"

import type { Shop, ShopOptions } from "../support/shop"
import { describeMove, playOut, sequences, type Kind } from "./plays"
import { Violation } from "./violation"

export interface SeedsWish extends Kind {
  /** Each sequence has a seed of its own, counted from this one, and can be played again by it. */
  seed: number
  /** It ends with whichever comes first. */
  runs: number
  minutes: number
  /** Hears the story of every sequence: its steps, and what was answered. */
  tell?: (story: string) => void
}

/** A sequence that broke a law. */
export interface Broken {
  seed: number
  law: string
  message: string
  /** The steps, and what was answered. */
  story: string[]
}

export interface Played {
  sequences: number
  broken: Broken[]
}

/** A shop for it: pushes and the clock are steps, and four seconds are too long for an answer. */
export const modelShop = (capture: "automatic" | "manual"): ShopOptions => ({
  clock: "stands",
  options: { capture, timeoutMs: 3_000 },
  sandbox: { pushes: false },
})

/** Plays one sequence after another. */
export async function playSeeds(shop: Shop, wish: SeedsWish): Promise<Played> {
  const end = Date.now() + wish.minutes * 60_000
  const broken: Broken[] = []
  let played = 0
  while (played < wish.runs && Date.now() < end) {
    const failure = await playSeed(shop, wish, wish.seed + played)
    if (failure) broken.push(failure)
    played += 1
  }
  return { sequences: played, broken }
}

async function playSeed(
  shop: Shop,
  { tell, ...kind }: SeedsWish,
  seed: number,
): Promise<Broken | undefined> {
  const [moves = []] = fc.sample(sequences(kind), { seed, numRuns: 1 })
  const story: string[] = []
  try {
    await playOut(shop, moves, { ...kind, tell: (line) => story.push(line) })
    tell?.(describeStory(`holds  seed ${seed}`, story))
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const law = error instanceof Violation ? error.law : "broke off"
    tell?.(describeStory(`WRONG  seed ${seed}: ${message}`, story))
    return { seed, law, message, story }
  }
}

export const describeStory = (head: string, story: readonly string[]) =>
  [head, ...story].join("\n    ")

export const describeBroken = ({ seed, message, story }: Broken) =>
  describeStory(`WRONG  seed ${seed}: ${message}`, story)

/** The shortest list of steps that still breaks a law, as far as the minutes allow. */
export async function shrink(
  shop: Shop,
  { seed, minutes, ...kind }: Omit<SeedsWish, "runs" | "tell">,
): Promise<string> {
  const property = fc.asyncProperty(sequences(kind), (moves) => playOut(shop, moves, kind))
  const limit = { unbiased: true, interruptAfterTimeLimit: minutes * 60_000 }
  const result = await fc.check(property, { seed, numRuns: 1, ...limit })
  const [moves = []] = result.counterexample ?? []
  return describeStory(String(result.errorInstance), moves.map(describeMove))
}
