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

/** What keeps people out of the part of the page that is given, or of the page as a whole. */
export async function findBarriers(page: Page, part?: string): Promise<Barrier[]> {
  await page.evaluate(axe.source)
  const where = part === undefined ? "" : JSON.stringify(part)
  const { violations } = findingsSchema.parse(await page.evaluate(`axe.run(${where})`))
  return violations.map(({ id, impact, nodes }) => ({
    what: `${id}: ${JSON.stringify(nodes)}`,
    isGrave: impact === "serious" || impact === "critical",
  }))
}
