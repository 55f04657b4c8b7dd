import type { Host } from "../host"
import { textAt } from "../play"
import type { Act } from "./acts"
import type { Stage } from "./stage"

interface Watch extends Pick<Stage, "play" | "pace"> {
  /** A door of its own: these looks are not compared. */
  door: Host
}

/**
 * Looks at the status every few seconds until it has left `created` and stays, or for as long as a status
 * may take.
 *
 * @returns the statuses in their order, with their times
 */
export async function watchStatus(
  { play, pace, door }: Watch,
  act: Act,
  id: string,
): Promise<string> {
  const headers = play.authorization()
  const seen: string[] = []
  const begin = performance.now()
  let changedAt = begin
  let last: string | undefined
  for (;;) {
    const path = `/api/v2/Smart/Transactions/${id}`
    const { json, status } = await door.call("look", { method: "GET", path, headers })
    const now = performance.now()
    const word = textAt(json, "status") ?? `HTTP ${status}`
    if (word !== last) {
      seen.push(`${word} after ${((now - begin) / 1_000).toFixed(1)} s`)
      changedAt = now
      last = word
    }
    const isWaiting = word === "created" && act.outcome === "pay"
    const patience = isWaiting ? pace.push : pace.steady
    if (now - changedAt >= patience) return seen.join(", ")
    await new Promise((resolve) => setTimeout(resolve, pace.poll))
  }
}
