import type { Play } from "./play"
import { playContract } from "./steps/contract"
import { playCreations } from "./steps/create"
import { playLife } from "./steps/life"
import { playLimits } from "./steps/limits"
import { playTokens } from "./steps/token"

/**
 * Everything that can be tried without a person who pays.
 *
 * @returns the methods that the contract offers
 */
export async function playUnattended(play: Play): Promise<string[]> {
  await playTokens(play)
  const methods = await playContract(play)
  await playCreations(play)
  await playLimits(play)
  await playLife(play)
  return methods
}

/** Cancels what was made and nobody has paid: nothing stays behind. What fails is of no interest. */
export async function cleanUp({ call, host, made }: Play): Promise<void> {
  const cancelled = new Set(
    host.exchanges.flatMap(({ request: { path } }) => /(STX_\w+)\/cancel$/.exec(path)?.[1] ?? []),
  )
  for (const id of made) {
    if (cancelled.has(id)) continue
    await call("clean up", { method: "POST", path: `/Smart/Transactions/${id}/cancel` })
  }
}
