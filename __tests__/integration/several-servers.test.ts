import { z } from "zod"

import { describeWithRedis } from "../support/redis"
import { describeSoak } from "../soak/report"
import { soak, soakOptions, type SoakReport, type SoakWish } from "../soak/soak"
import { openTown, type Town } from "../soak/deployment"
import { brokenLaws } from "../soak/run-audit"

/** `SOAK_CHECKOUTS=300` asks for more of them, and `npm run proof` for half an hour. */
const CHECKOUTS = Number(process.env["SOAK_CHECKOUTS"] ?? 12)
const WISH: SoakWish = {
  ...{ seed: 6, crowd: 6, colleagues: true, tokens: "last", odd: 0 },
  checkouts: CHECKOUTS,
  minutes: CHECKOUTS / 10,
  tell: (progress) => process.stderr.write(`${progress}\n`),
}
/** Both stores, the worker, and the audit, which is a process of its own. */
const PROCESSES = 4
const WATCH_MS = 5_000

const tokenRequest = z.looseObject({ id: z.number(), path: z.string() })

describeWithRedis("two stores and a worker on one database", () => {
  let town: Town
  let report: SoakReport
  const tokens = new Set<number>()

  /** The sandbox remembers the last 2,000 requests only. */
  const watchTokens = async () => {
    for (const entry of await town.shop.sandbox.requests()) {
      const { id, path } = tokenRequest.parse(entry)
      if (path.endsWith("/oauth/token")) tokens.add(id)
    }
  }

  beforeAll(async () => {
    const options = soakOptions(WISH.seed)
    town = await openTown(WISH.seed, { options, sandbox: { pushBackoffMs: [500, 1_000, 3_000] } })
    const watch = setInterval(() => void watchTokens(), WATCH_MS)
    report = await soak(town.shop, town.shop.command.env, WISH)
    clearInterval(watch)
    await watchTokens()
    process.stderr.write(`${describeSoak(report)}\n`)
  }, 1_800_000)

  afterAll(() => town.stop())

  it("have both served", () => {
    const [one = 0, other = 0] = town.balancer.served
    expect(Math.min(one, other)).toBeGreaterThan(10)
  })

  it("have told nobody a lie, and done nothing twice", () => {
    expect(report.diary.violations).toEqual([])
  })

  it("leave books in which no law is broken", () => {
    expect(brokenLaws(report.audit)).toEqual([])
    expect(report.audit.code).toBe(0)
    expect(report.sums.medusa).toBe(report.sums.secuconnect)
  })

  it("have asked for one token each", () => {
    expect(tokens.size).toBeLessThanOrEqual(PROCESSES)
  })
})
