import fc from "fast-check"
import { missingCreditLine } from "../../../src/mapping/books/missing-credit-line"
import { brokenIn, audited, order, payment } from "../mapping/laws/support/cases"
import { readOrderHistory } from "../../../src/medusa/read-order-history"
import { OrderModel } from "./support/order-model"

const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 500)

/** Of 100.00, paid. */
function paid(lines: number[] = []): OrderModel {
  const model = new OrderModel(10_000 + lines.reduce((sum, line) => sum + line, 0), lines)
  model.capture(10_000)
  return model
}

/** Credit lines that a check would add, major units. */
async function missingOf(model: OrderModel): Promise<string> {
  const history = await readOrderHistory(model, "order_1")
  return missingCreditLine({ ...history, transactions: model.transactions() }).toString()
}

/** What the audit says of the order's credit lines. */
function creditLawsOf(model: OrderModel): string[] {
  const transactions = model.transactions().map((transaction) => {
    const sign = { reference: null, reference_id: null, created_at: new Date(0) }
    return { ...sign, ...transaction }
  })
  const pending_difference = model.pending / 100
  const found = { versions: model.versions(), transactions, pending_difference }
  const broken = brokenIn(audited({ orders: [order([payment()], found)] }))
  return broken.filter((code) => code.startsWith("credit_line"))
}

interface Told {
  what: string
  model: OrderModel
  play: (order: OrderModel) => void
  missing: string
}

describe("credit lines that a merchant has written", () => {
  it.each<Told>([
    {
      what: "a fee is kept of what came back, and the rest refunded",
      model: paid(),
      play: (order) => {
        order.reprice(6000)
        order.credit([-1000])
        order.refund(3000)
      },
      missing: "0",
    },
    {
      what: "the rest is refunded, and a fee kept",
      model: paid(),
      play: (order) => {
        order.reprice(6000)
        order.refund(3000)
        order.credit([-1000])
      },
      missing: "0",
    },
    {
      what: "what came back is store credit, long after a refund",
      model: paid(),
      play: (order) => {
        order.refund(500)
        order.reprice(6000)
        order.credit([-4000])
      },
      missing: "0",
    },
    {
      what: "and a refund follows",
      model: paid(),
      play: (order) => {
        order.reprice(6000)
        order.credit([-4000])
        order.refund(500)
      },
      missing: "0",
    },
    {
      what: "store credit in two parts, with refunds between",
      model: paid(),
      play: (order) => {
        order.refund(1000)
        order.reprice(6000)
        order.credit([-1500])
        order.refund(1500)
        order.credit([-1000])
        order.refund(2000)
      },
      missing: "0",
    },
    {
      what: "several lines at once, above and below zero",
      model: paid(),
      play: (order) => {
        order.reprice(6000)
        order.credit([1000, -3000])
        order.refund(2000)
      },
      missing: "0",
    },
    {
      what: "an order with a gift card: what came back is store credit",
      model: paid([2500]),
      play: (order) => {
        order.refund(500)
        order.reprice(6000)
        order.credit([order.pending])
      },
      missing: "0",
    },
    {
      what: "an order with a surcharge as a line below zero",
      model: paid([-250]),
      play: (order) => {
        order.refund(500)
      },
      missing: "0",
    },
    {
      what: "an article more is let off, then one comes back for store credit",
      model: paid(),
      play: (order) => {
        order.reprice(12_000)
        order.credit([2000])
        order.refund(1000)
        order.reprice(8000)
        order.credit([-4000])
      },
      missing: "0",
    },
    {
      what: "store credit, and a refund whose line the core did not write",
      model: paid(),
      play: (order) => {
        order.reprice(6000)
        order.credit([-4000])
        order.refund(500, { isCutOff: true })
      },
      missing: "5",
    },
    {
      what: "a fee is kept, and more than the rest refunded, whose line the core did not write",
      model: paid(),
      play: (order) => {
        order.reprice(6000)
        order.credit([-1000])
        order.refund(4500, { isCutOff: true })
        order.fulfil()
      },
      missing: "15",
    },
    {
      what: "a refund has no line, and the next article that comes back is store credit",
      model: paid(),
      play: (order) => {
        order.refund(500, { isCutOff: true })
        order.reprice(6000)
        order.credit([-3500])
      },
      missing: "5",
    },
  ])("$what: $missing is missing", async ({ model, play, missing }) => {
    play(model)
    expect(await missingOf(model)).toBe(missing)
    expect(creditLawsOf(model)).toEqual(missing === "0" ? [] : ["credit_line_missing"])
  })
})

const ACTS = ["capture", "refund", "reprice", "fulfil", "credit", "credit in parts"] as const

interface Step {
  act: (typeof ACTS)[number]
  /** Of what is possible, percent. */
  share: number
}

const step = fc.record({ act: fc.constantFrom(...ACTS), share: fc.integer({ min: 1, max: 100 }) })
const steps = fc.array(step, { maxLength: 12 })
const placedWith = fc.array(fc.integer({ min: -900, max: 900 }), { maxLength: 2 })

const partOf = (amount: number, share: number) => Math.trunc((amount * share) / 100)

/** Each as far as Medusa allows it; `reprice` to anything up to twice the worth of the first order. */
const PLAYS: Record<Step["act"], (order: OrderModel, share: number) => void> = {
  capture: (order, share) => {
    order.capture(partOf(Math.max(0, order.pending), share))
  },
  refund: (order, share) => {
    order.refund(partOf(order.captured - order.refunded, share))
  },
  reprice: (order, share) => {
    order.reprice(200 * share)
  },
  fulfil: (order) => {
    order.fulfil()
  },
  credit: (order, share) => {
    const amount = partOf(order.pending, share)
    if (amount !== 0) order.credit([amount])
  },
  "credit in parts": (order, share) => {
    const amount = partOf(order.pending, share)
    if (amount !== 0) order.credit([amount + share, -share])
  },
}

it("nothing is missing, whatever is refunded, edited and credited in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(steps, placedWith, async (played, lines) => {
      const model = paid(lines)
      for (const { act, share } of played) PLAYS[act](model, share)
      expect(await missingOf(model)).toBe("0")
      expect(creditLawsOf(model)).not.toContain("credit_line_missing")
    }),
    { numRuns: RUNS },
  )
})

it("no law of the audit is broken, where a line above zero does not come with one below", () => {
  const single = steps.map((all) => all.filter(({ act }) => act !== "credit in parts"))
  fc.assert(
    fc.property(single, placedWith, (played, lines) => {
      const model = paid(lines)
      for (const { act, share } of played) PLAYS[act](model, share)
      expect(creditLawsOf(model)).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

it("what is missing of the last refund is found to the cent", async () => {
  const before = steps.map((all) => all.filter(({ act }) => !act.startsWith("credit")))
  const after = fc.array(fc.constantFrom<Step["act"]>("fulfil", "reprice"), { maxLength: 3 })
  const amount = fc.integer({ min: 1, max: 100 })
  const scene = fc.record({ before, fee: amount, refunded: amount, after, lines: placedWith })
  await fc.assert(
    fc.asyncProperty(scene, async ({ before, fee, refunded, after, lines }) => {
      const model = paid(lines)
      for (const { act, share } of before) PLAYS[act](model, share)
      if (model.pending < 0) PLAYS.credit(model, fee)
      const owed = Math.max(0, -model.pending)
      const amount = partOf(model.captured - model.refunded, refunded)
      model.refund(amount, { isCutOff: true })
      for (const act of after) PLAYS[act](model, refunded)
      expect(Number(await missingOf(model))).toBeCloseTo(Math.max(0, amount - owed) / 100, 6)
    }),
    { numRuns: RUNS },
  )
})
