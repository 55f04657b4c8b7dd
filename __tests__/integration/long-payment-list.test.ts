import { z } from "zod"

import { paymentState } from "../../src/mapping/views/payment-state"
import { PAYMENT_STATES } from "../../src/mapping/words/payments"
import { fillLedger } from "../support/fill-ledger"
import { sharedShop } from "../support/shared-shop"
import type { Shop } from "../support/shop"

const rowSchema = z.object({
  id: z.string(),
  begun: z.string(),
  amount: z.coerce.number(),
  effective_amount: z.coerce.number().nullable(),
  orphan_resolution: z.enum(["refund", "keep"]).nullable(),
  creation: z.enum(["creating", "open", "not_created", "unclear"]),
  status: z
    .enum(["open", "waiting", "authorized", "accepted", "failed", "cancelled", "unknown"])
    .nullable(),
  status_detail: z.enum(["in_review", "invoice_open", "refunded"]).nullable(),
  method: z.string().nullable(),
  requested_method: z.string().nullable(),
  attention: z.string().nullable(),
  is_demo: z.boolean(),
})
type Row = z.output<typeof rowSchema>

const ROWS = `
  SELECT *, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') AS begun
  FROM secuconnect_checkout WHERE NOT is_test_payment`

const reply = z.object({
  payments: z.array(z.object({ id: z.string() })),
  count: z.number(),
  is_exact: z.boolean(),
  has_more: z.boolean(),
})

let shop: Shop
/** The newest first, worked out here and not by the database. */
let rows: Row[]

beforeAll(async () => {
  shop = await sharedShop({ sandbox: { pushes: false }, clock: "stands" })
  await fillLedger(shop.db, 2_500)
  rows = (await shop.db.rows(rowSchema, ROWS)).toSorted((a, b) => compare(b.begun, a.begun))
})

afterAll(() => shop.stop())

const list = (query: string) => shop.admin.ok(reply, `/admin/secuconnect/payments?${query}`)

/** All pages, one after the other. */
async function readThrough(query: string): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const { payments, has_more } = await list(`${query}&limit=100&offset=${ids.length}`)
    ids.push(...payments.map(({ id }) => id))
    if (!has_more) return ids
  }
}

const idsOf = (some: Row[]) => some.map(({ id }) => id)
const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0)
const byAmount = (a: Row, b: Row) => compare(a.amount, b.amount) || compare(a.id, b.id)

describe("a list of some thousand payments", () => {
  it.each([
    ["-created_at", () => rows],
    ["created_at", () => rows.toReversed()],
    ["amount", () => rows.toSorted(byAmount)],
    ["-amount", () => rows.toSorted(byAmount).toReversed()],
  ])("has every payment once on its pages, sorted by %s", async (order, expected) => {
    expect(await readThrough(`order=${order}`)).toEqual(idsOf(expected()))
  })

  it("has nothing after its last page", async () => {
    const { payments, has_more } = await list(`offset=${rows.length}`)
    expect([payments, has_more]).toEqual([[], false])
  })

  it.each(PAYMENT_STATES)("filtered by %s has just the payments in that state", async (state) => {
    const expected = rows.filter((row) => paymentState(row) === state)
    expect(expected).not.toEqual([])
    expect(await readThrough(`state=${state}`)).toEqual(idsOf(expected))
  })

  it.each<[string, (row: Row) => boolean]>([
    ["method=paypal", (row) => (row.method ?? row.requested_method) === "paypal"],
    ["method=general", (row) => (row.method ?? row.requested_method) === null],
    ["attention=any", (row) => row.attention !== null],
    ["attention=disputed,refund_failed", (row) => /disp|refund/.test(row.attention ?? "")],
    ["demo=true", (row) => row.is_demo],
    ["q=19,90", (row) => row.amount === 1990],
    ["q=19,90&state=paid", (row) => row.amount === 1990 && paymentState(row) === "paid"],
    ["q=%23103", (row) => row.id.endsWith("00103")],
    ["q=STX_0000103", (row) => row.id.endsWith("00103")],
    ["q=PCI_0000103", (row) => row.id.endsWith("00103")],
    ["q=40000103", (row) => row.id.endsWith("00103")],
  ])("for %s has just what fits, in every order", async (query, fits) => {
    const expected = rows.filter(fits)
    expect(expected).not.toEqual([])
    expect(await readThrough(query)).toEqual(idsOf(expected))
    const cheapest = idsOf(expected.toSorted(byAmount))
    expect(await readThrough(`${query}&order=amount`)).toEqual(cheapest)
    expect((await list(query)).count).toBe(expected.length)
  })

  it("is counted exactly up to 1,000; beyond that there are more", async () => {
    const mark = "UPDATE secuconnect_checkout SET attention = 'counted' WHERE id = ANY($1)"
    await shop.db.rows(z.unknown(), mark, [idsOf(rows.slice(0, 1_000))])
    expect(await list("attention=counted")).toMatchObject({ count: 1_000, is_exact: true })
    await shop.db.rows(z.unknown(), mark, [idsOf(rows.slice(0, 1_001))])
    expect(await list("attention=counted")).toMatchObject({ count: 1_000, is_exact: false })
    expect(await list("")).toMatchObject({ count: 1_000, is_exact: false, has_more: true })
  })
})
