import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"
import { describeSoak } from "../soak/report"
import { soak, soakOptions, type SoakReport, type SoakWish } from "../soak/soak"
import { brokenLaws } from "../soak/run-audit"

/** Longer runs: `npm run proof`, or `npm run soak -- --minutes 30 --seed 7`. */
const WISH: SoakWish = {
  seed: 4,
  minutes: 1,
  checkouts: 10,
  crowd: 3,
  colleagues: true,
  tokens: "expire",
  odd: 0.05,
}

let shop: Shop
let report: SoakReport

beforeAll(async () => {
  const options = soakOptions(WISH.seed)
  shop = await sharedShop({ options, sandbox: { pushBackoffMs: [500, 1_000, 3_000] } })
  report = await soak(shop, shop.command.env, WISH)
  process.stderr.write(`${describeSoak(report)}\n`)
}, 1_800_000)

afterAll(() => shop.stop())

describe("a minute of shoppers, merchants, faults and pushes of every kind", () => {
  it("has had shoppers who paid and merchants who worked", () => {
    expect(report.checkouts).toBeGreaterThanOrEqual(WISH.crowd)
    expect(report.sums.orders).toBeGreaterThan(0)
  })

  it("has told nobody a lie, and done nothing twice", () => {
    expect(report.diary.violations).toEqual([])
  })

  it("leaves as much money in Medusa's books as there is at secuconnect", () => {
    expect(report.sums.medusa).toBe(report.sums.secuconnect)
  })

  it("leaves books in which no law is broken", () => {
    expect(brokenLaws(report.audit)).toEqual([])
    expect(report.audit.code).toBe(0)
  })
})
