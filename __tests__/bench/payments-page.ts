import { z } from "zod"
import { METHODS } from "../../src/mapping/methods/methods"
import { PAYMENT_STATES } from "../../src/mapping/words/payments"
import { ATTENTIONS } from "../../src/mapping/words/findings"
import type { DatabaseServer } from "../support/database-server"
import { fillLedger } from "../support/fill-ledger"
import { startShop, type Shop } from "../support/shop"
import { percentile, timed, type Series } from "./stats"

/** What is asked of both shops, and how long each takes. */
export interface Comparison {
  what: string
  few: Series
  many: Series
}

const FEW = 100
const MANY = 100_000
const WARM_UP = 3
const PAGE = 20

const pageReply = z.object({
  payments: z.array(z.unknown()),
  count: z.number(),
  is_exact: z.boolean(),
})

/**
 * The payments page of two shops in turn, so that whatever else the machine does hits both: one has
 * 100 payments, the other 100,000.
 */
export async function comparePages(server: DatabaseServer, rounds: number): Promise<Comparison[]> {
  const few = await openShop(server, FEW)
  const many = await openShop(server, MANY)
  try {
    const found: Comparison[] = []
    for (const { what, query } of questions()) found.push(await compare(what, query))
    return found
  } finally {
    await few.stop()
    await many.stop()
  }

  async function compare(what: string, query: (rows: number) => string): Promise<Comparison> {
    const comparison = { what, few: newSeries(), many: newSeries() }
    for (let round = -WARM_UP; round < rounds; round++) {
      const into = round < 0 ? { few: newSeries(), many: newSeries() } : comparison
      await timed(into.few, () => read(few, query(FEW)))
      await timed(into.many, () => read(many, query(MANY)))
    }
    return comparison
  }
}

/** At p50, in milliseconds. */
export function extraOf({ few, many }: Comparison): number {
  return percentile(many.samples, 0.5) - percentile(few.samples, 0.5)
}

async function openShop(server: DatabaseServer, rows: number): Promise<Shop> {
  const shop = await startShop({ server, clock: "stands", sandbox: { pushes: false } })
  await fillLedger(shop.db, rows)
  return shop
}

function read(shop: Shop, query: string) {
  return shop.admin.ok(pageReply, `/admin/secuconnect/payments?limit=${PAGE}&${query}`)
}

interface Question {
  what: string
  /** What it is depends on how many payments there are. */
  query: (rows: number) => string
}

/** Everything that can be clicked on the page, each by itself. */
function questions(): Question[] {
  const last = (rows: number) => `offset=${rows - PAGE}`
  const plain = (query: string): Question => ({ what: query, query: () => query })
  const views = ["attention=any", "state=waiting"]
  return [
    { what: "first page", query: () => "" },
    { what: "last page", query: last },
    plain("order=created_at"),
    ...["amount", "-amount"].flatMap((order) => [
      plain(`order=${order}`),
      {
        what: `order=${order}, last page`,
        query: (rows: number) => `order=${order}&${last(rows)}`,
      },
    ]),
    ...searches(),
    ...views.flatMap((view) => [
      plain(`${view}&order=created_at`),
      plain(`${view}&order=-amount`),
      {
        what: `${view}, last page`,
        query: (rows: number) => `${view}&offset=${Math.floor(rows / 250)}`,
      },
    ]),
    { what: "state=paid, last page", query: (rows) => `state=paid&offset=${rows * 0.7}` },
    ...PAYMENT_STATES.map((state) => plain(`state=${state}`)),
    ...["general", ...METHODS].map((name) => plain(`method=${name}`)),
    ...["any", ...ATTENTIONS].map((code) => plain(`attention=${code}`)),
    plain("demo=true"),
    plain("demo=false"),
    plain("state=refunded,failed&method=paypal&demo=false"),
  ]
}

/** For a payment from the middle of the list, one that has an order in both shops. */
function searches(): Question[] {
  const nth = (rows: number) => rows / 2 + 3
  const digits = (rows: number) => String(nth(rows)).padStart(7, "0")
  return [
    { what: "search: STX", query: (rows) => `q=STX_${digits(rows)}` },
    { what: "search: PCI", query: (rows) => `q=PCI_${digits(rows)}` },
    { what: "search: TA code", query: (rows) => `q=TA${40_000_000 + nth(rows)}` },
    { what: "search: order number", query: (rows) => `q=%23${nth(rows)}` },
    { what: "search: reference", query: (rows) => `q=R${digits(rows)}` },
    { what: "search: amount of one in fifty", query: () => "q=19,90" },
    { what: "search: that amount, paid", query: () => "q=19,90&state=paid&order=-amount" },
    { what: "search: nothing like it", query: () => "q=nothing" },
  ]
}

function newSeries(): Series {
  return { name: "", samples: [] }
}
