import { createMedusaContainer } from "@medusajs/framework/utils"
import type { Decision, MedusaState } from "../../../src/mapping/decide/decision"
import { outcomeOfStep } from "../../../src/mapping/decide/outcome"
import { lastingProblem } from "../../../src/mapping/words/problem"
import type { CheckoutRow, EventSource } from "../../../src/modules/secuconnect/types"
import { record } from "../../../src/workflows/sync/record"
import { aCart, aPaidOrder, aPaymentOf, aWaitingOrder } from "../mapping/support/worlds"
import { openBench } from "../providers/support/ledger"
import { startVendor } from "../providers/support/vendor"
import { stopServers } from "../secuconnect/support/server"

afterEach(stopServers)

interface Given {
  decision?: Decision
  after?: MedusaState | null
  problem?: string | null
  /** Of a passing problem: since when, in minutes. */
  passing_for?: number
  source?: EventSource
  row?: Partial<CheckoutRow>
}

function failure({ problem = null, passing_for }: Given, now: Date) {
  const failed = problem === null ? null : lastingProblem(problem)
  return {
    problem: failed && { ...failed, is_passing: passing_for !== undefined },
    failing_since: passing_for ? new Date(now.getTime() - passing_for * 60_000) : null,
  }
}

/** The checkout has an order already, so that nothing is compared with the cart. */
async function write({ decision = { act: "nothing" }, after = null, ...given }: Given) {
  const bench = await openBench((await startVendor()).url)
  const { id } = bench.checkout
  const row = { id, order_id: null, attention: null, status: "accepted" as const, ...given.row }
  const checkout = await bench.ledger.updateCheckouts(row)
  const { ledger, logger, query } = bench
  const deps = { ledger, logger, query, container: createMedusaContainer() }
  const { source = "push" } = given
  const before = Date.now()
  // No cart: nothing is compared with what the buyer was shown.
  const view = after && { ...after, cart: null }
  const limits = await bench.ledger.getSettings()
  const is_scheduled = source === "schedule"
  const now = new Date()
  const step = {
    ...{ checkout, decision, after: view, is_scheduled, limits, now },
    ...failure(given, now),
  }
  const outcome = outcomeOfStep(step)
  const written = await record(deps, checkout, { outcome, source })
  const events = await bench.ledger.listCheckoutEvents({ checkout_id: id })
  return {
    written,
    log: bench.log,
    findings: events
      .filter(({ event_name, finding }) => !event_name && !finding.startsWith("seen"))
      .map(({ finding }) => finding),
    announced: events.flatMap(({ event_name }) => event_name ?? []),
    minutes: written.due_at && Math.round((written.due_at.getTime() - before) / 60_000),
  }
}

const complete: Decision = { act: "complete_cart", cart_id: "cart_1" }
const book: Decision = { act: "book_capture", amount: 44.85 }
const cancel: Decision = { act: "cancel_transaction" }
const report = (attention: "mismatch" | "orphaned" | "payment_failed"): Decision => ({
  act: "report",
  attention,
})

const ours = (fields: Partial<MedusaState> = {}) =>
  aPaidOrder({ payment: aPaymentOf("row_1", { captured: true }), ...fields })

interface Row {
  what: string
  given: Given
  attention: string | null
  order_id: string | null
  /** Whether the clock has nothing left to look for. */
  settled: boolean
}

describe("what is written down after a decision", () => {
  const rows: Row[] = [
    {
      what: "the cart is an order, and paid",
      given: { decision: complete, after: ours() },
      attention: null,
      order_id: "order_1",
      settled: true,
    },
    {
      what: "the order is paid",
      given: { decision: book, after: ours() },
      attention: null,
      order_id: "order_1",
      settled: true,
    },
    {
      what: "the cart is still a cart: the core gave up silently",
      given: { decision: complete, after: aCart() },
      attention: "orphaned",
      order_id: null,
      settled: false,
    },
    {
      what: "the session is gone after the completion",
      given: { decision: complete, after: null },
      attention: "orphaned",
      order_id: null,
      settled: false,
    },
    {
      what: "the order still waits: the core gave up silently",
      given: { decision: book, after: aWaitingOrder() },
      attention: "not_booked",
      order_id: "order_1",
      settled: false,
    },
    {
      what: "the order waits for a promise",
      given: { decision: complete, after: aWaitingOrder(), row: { status: "waiting" } },
      attention: null,
      order_id: "order_1",
      settled: false,
    },
    {
      what: "nothing was to do, the order is paid",
      given: { after: ours(), row: { attention: "not_booked" } },
      attention: null,
      order_id: "order_1",
      settled: true,
    },
    {
      what: "nothing was to do, nobody has paid",
      given: { after: aCart(), row: { status: "open" } },
      attention: null,
      order_id: null,
      settled: false,
    },
    {
      what: "money without an order",
      given: { decision: report("orphaned") },
      attention: "orphaned",
      order_id: null,
      settled: false,
    },
    {
      what: "a payment that differs",
      given: { decision: report("mismatch"), after: aCart() },
      attention: "mismatch",
      order_id: null,
      settled: false,
    },
    {
      what: "an order whose payment failed",
      given: {
        decision: report("payment_failed"),
        after: aWaitingOrder(),
        row: { status: "failed" },
      },
      attention: "payment_failed",
      order_id: "order_1",
      settled: true,
    },
    {
      what: "a cancelled transaction",
      given: { row: { status: "cancelled" } },
      attention: null,
      order_id: null,
      settled: true,
    },
    {
      what: "a status that nobody knows",
      given: { after: aCart(), row: { status: "unknown" } },
      attention: null,
      order_id: null,
      settled: false,
    },
    {
      what: "a cancellation that was sent: a look has to confirm it",
      given: { decision: cancel, row: { status: "open" } },
      attention: null,
      order_id: null,
      settled: false,
    },
    {
      what: "a session that could not be told of the failure",
      given: { decision: { act: "fail_session" }, problem: "away", row: { status: "failed" } },
      attention: null,
      order_id: null,
      settled: false,
    },
    {
      what: "a second payment for a paid order",
      given: {
        decision: report("orphaned"),
        after: aPaidOrder({ payment: aPaymentOf("another", { captured: true }) }),
      },
      attention: "orphaned",
      order_id: null,
      settled: false,
    },
    {
      what: "an order that the ledger knew already",
      given: { after: null, row: { order_id: "order_1", status: "waiting" } },
      attention: null,
      order_id: "order_1",
      settled: false,
    },
  ]
  it.each(rows)("$what: attention $attention, settled $settled", async (row) => {
    const { written, minutes } = await write(row.given)
    expect(written).toMatchObject({ attention: row.attention, order_id: row.order_id })
    // What is paid is looked at once more the next day: a push about a refund may get lost.
    expect(minutes === null || minutes === 24 * 60).toBe(row.settled)
  })
})

describe("when the clock looks next", () => {
  it.each<[EventSource, number, checks: number, minutes: number]>([
    ["push", 0, 0, 2],
    ["schedule", 0, 1, 2],
    ["schedule", 4, 5, 15],
    ["return", 4, 4, 2],
    ["admin", 40, 40, 24 * 60],
    ["schedule", 40, 41, 24 * 60],
  ])("after a look by %s, %i before: counts %i, looks in %i minutes", async (...row) => {
    const [source, before, checks, minutes] = row
    const found = await write({ source, after: aCart(), row: { status: "open", checks: before } })
    expect(found.written.checks).toBe(checks)
    expect(found.minutes).toBe(minutes)
  })
})

describe("what is told", () => {
  it("what needs a person, once", async () => {
    const decision = report("orphaned")
    const first = await write({ decision })
    expect(first.findings).toEqual(["orphaned"])
    expect(first.log).toHaveLength(1)
    const again = await write({ decision, row: { attention: "orphaned" } })
    expect(again.findings).toEqual([])
    expect(again.log).toEqual([])
  })

  it("what did not work, with the reason", async () => {
    const problem = "Some variant does not have the required inventory"
    const { findings, log, written } = await write({ decision: complete, after: aCart(), problem })
    expect(findings).toEqual(["orphaned"])
    expect(log).toEqual([`secuconnect: ${written.reference}: orphaned: ${problem}`])
  })

  it("a cancellation that did not work, by its own name", async () => {
    const { findings } = await write({ decision: cancel, problem: "away", row: { status: "open" } })
    expect(findings).toEqual(["cancel_transaction_failed"])
  })

  const busy = { decision: complete, after: aCart(), problem: "another process holds a lock" }

  it.each<[what: string, given: Given, attention: string | null, finding: string]>([
    ["money whose cart was locked", busy, null, "complete_cart_failed"],
    [
      "a capture that ran into a deadlock",
      { ...busy, decision: book, after: aWaitingOrder() },
      null,
      "book_capture_failed",
    ],
    [
      "a promise whose cart was locked",
      { ...busy, row: { status: "authorized" } },
      null,
      "complete_cart_failed",
    ],
    [
      "an orphan that was told before",
      { ...busy, row: { attention: "orphaned" } },
      "orphaned",
      "complete_cart_failed",
    ],
    [
      "the same after ten minutes of it",
      { ...busy, passing_for: 10 },
      null,
      "complete_cart_failed",
    ],
    ["the same after twenty minutes of it", { ...busy, passing_for: 20 }, "orphaned", "orphaned"],
  ])("not a passing trouble before it lasts: %s", async (...row) => {
    const [, given, attention, finding] = row
    const told = await write({ passing_for: 0, ...given })
    expect(told.written.attention).toBe(attention)
    expect(told.findings).toEqual([finding])
    expect(told.announced.includes("secuconnect.payment_orphaned")).toBe(attention === "orphaned")
    expect(told.minutes).toBe(given.passing_for === 20 ? 2 : 1)
  })

  it("nothing while all is well", async () => {
    const { findings, log } = await write({ decision: complete, after: ours() })
    expect(findings).toEqual([])
    expect(log).toEqual([])
  })
})

describe("a wish to cancel", () => {
  const asked = { cancel_requested_at: new Date(), status: "open" as const }

  it("is forgotten when the session was kept after all", async () => {
    const decision: Decision = { act: "forget_cancellation" }
    const { written } = await write({ decision, after: aCart(), row: asked })
    expect(written.cancel_requested_at).toBeNull()
  })

  it("stays otherwise", async () => {
    const { written } = await write({ decision: cancel, row: asked })
    expect(written.cancel_requested_at).not.toBeNull()
  })
})
