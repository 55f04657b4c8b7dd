import axe from "axe-core"
import type { Page } from "playwright-core"
import { z } from "zod"

const findingsSchema = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ target: z.array(z.unknown()) })),
    }),
  ),
})

/** What axe finds, and where; `isGrave` when it calls it serious or critical. */
export interface Barrier {
  what: string
  isGrave: boolean
}

/** Runs in the page: what fades or slides in is there. Half faded in, a text has too little contrast. */
const COMES_TO_REST = `Promise.all(document.getAnimations()
  .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
  .map((animation) => animation.finished.catch(() => undefined)))
  .then(() => undefined)`

/** What keeps people out of the part of the page that is given, or of the page as a whole. */
export async function findBarriers(page: Page, part?: string): Promise<Barrier[]> {
  await page.evaluate(COMES_TO_REST)
  await page.evaluate(axe.source)
  const where = part === undefined ? "" : JSON.stringify(part)
  const { violations } = findingsSchema.parse(await page.evaluate(`axe.run(${where})`))
  return violations.map(({ id, impact, nodes }) => ({
    what: `${id}: ${JSON.stringify(nodes)}`,
    isGrave: impact === "serious" || impact === "critical",
  }))
}
