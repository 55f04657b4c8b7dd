import type { MedusaContainer } from "@medusajs/framework/types"
import { auditBooksWorkflow } from "../workflows"
import { chooseItems } from "./choose-items"
import { openStage } from "./open-stage"
import { playCheckout } from "./play-checkout"
import { playsFor, type Play } from "./plays"
import type { Rehearsal } from "./report"
import type { RehearsedShop, Stall } from "./shop"
import type { Played, Stage } from "./stage"
import { tidyUp } from "./tidy-up"
import type { RehearsalWish } from "./wish"

/**
 * Plays checkouts of the shop against a sandbox that is started beside it, and audits them. The plugin
 * is pointed at the sandbox in this process only; nothing of that is stored, so nothing is to be put
 * back after a crash.
 *
 * @param tell is called with each checkout that was played
 * @throws {RehearsalRefused} when the plugin is not in test mode, or nothing can be bought
 */
export async function rehearse(
  container: MedusaContainer,
  wish: RehearsalWish,
  tell: (played: Played) => void,
): Promise<Rehearsal> {
  const { stage, shop, isContractKnown, close } = await openStage(container)
  try {
    const at = new Date()
    const mark = `rehearsal-${at.toISOString()}`
    const played = await playInTurn(stage, shop, { ...wish, mark, tell })
    const { violations } = await audit(container, at)
    const left = await tidyUp(stage, played)
    const { stalls, codes, gaps } = shop
    const places = stalls.map(({ region, sales_channel }) => {
      return `${region.name} (${region.currency_code.toUpperCase()}), ${sales_channel.name}`
    })
    return {
      ...{ mark, at: at.toISOString(), places, codes, gaps, isContractKnown },
      ...{ played, violations, left },
    }
  } finally {
    await close()
  }
}

/** Only payments at the sandbox, which no other run has used. The database's clock may differ from ours. */
async function audit(container: MedusaContainer, at: Date) {
  const from = new Date(at.getTime() - CLOCKS_MS).toISOString()
  const to = new Date(Date.now() + CLOCKS_MS).toISOString()
  return (await auditBooksWorkflow(container).run({ input: { from, to } })).result
}

const CLOCKS_MS = 300_000

interface Turns extends RehearsalWish {
  mark: string
  tell: (played: Played) => void
}

async function playInTurn(
  stage: Stage,
  { stalls, codes }: RehearsedShop,
  { checkouts, email, mark, tell }: Turns,
): Promise<Played[]> {
  const all: Played[] = []
  for (const [turn, { play, stall }] of programme(stalls, checkouts).entries()) {
    const items = chooseItems(stall.articles, play.method, turn)
    const code = turn % 3 === 0 ? codes[(turn / 3) % Math.max(codes.length, 1)] : undefined
    const played = await playCheckout(stage, play, { stall, items, code, email, mark, turn })
    all.push(played)
    tell(played)
  }
  return all
}

/** Every stall has its own plays, one turn after the other. */
function programme(stalls: readonly Stall[], count: number): { play: Play; stall: Stall }[] {
  const share = Math.ceil(count / Math.max(stalls.length, 1))
  const plays = stalls.map((stall) => playsFor(stall.methods, share))
  return Array.from({ length: count }, (_, turn) => {
    const [which, round] = [turn % stalls.length, Math.floor(turn / stalls.length)]
    const [stall, play] = [stalls[which], plays[which]?.[round]]
    return stall && play ? [{ stall, play }] : []
  }).flat()
}
