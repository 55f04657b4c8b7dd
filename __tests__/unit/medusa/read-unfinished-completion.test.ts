import type { WorkflowExecutionDTO } from "@medusajs/framework/types"
import { readUnfinishedCompletion } from "../../../src/medusa/read-unfinished-completion"

const ORDER = {
  cart_id: "cart_1",
  order_id: "order_1",
  order_created_at: new Date("2026-05-01T10:00:00.000Z"),
  now: new Date("2026-05-01T10:10:00.000Z"),
}

/** The core has forgotten by then what was done. */
const LATER = { ...ORDER, now: new Date("2026-05-04T10:10:00.000Z") }

type State = WorkflowExecutionDTO["state"]

interface Execution {
  state: State
  cart?: string
  /** Of the orders that it made; left out where the core did not write them down. */
  orders?: string[]
}

/** The core's table, as its engine answers. */
function engineOf(executions: Execution[]) {
  return {
    listWorkflowExecutions: (filters?: { state?: unknown }) =>
      Promise.resolve(
        executions.flatMap((execution, nth) =>
          Array.isArray(filters?.state) && filters.state.includes(execution.state)
            ? [rowOf(execution, nth)]
            : [],
        ),
      ),
  }
}

function rowOf({ state, cart = "cart_1", orders }: Execution, nth: number) {
  const step = (compensateInput: unknown) => ({ output: { compensateInput } })
  const invoke = orders ? { "create-orders": step(orders) } : {}
  const at = ORDER.order_created_at
  return {
    id: `wf_exec_${nth}`,
    workflow_id: "complete-cart",
    transaction_id: `trx_${nth}`,
    execution: null,
    context: { data: { payload: { id: cart }, invoke, compensate: {} } },
    state,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  }
}

const MADE = { orders: ["order_1"] }

it.each<[what: string, executions: Execution[], found: string | null]>([
  ["nothing is written down", [], null],
  ["a completion that is done", [{ state: "done", ...MADE }], null],
  ["one that took its order back", [{ state: "reverted", ...MADE }], null],
  ["one that was broken off", [{ state: "waiting_to_compensate", ...MADE }], "trx_0"],
  ["one that was being taken back", [{ state: "compensating", ...MADE }], "trx_0"],
  ["one that could not be taken back", [{ state: "failed", ...MADE }], "trx_0"],
  ["one whose server died at once", [{ state: "not_started" }], "trx_0"],
  ["one whose server died, of another cart", [{ state: "not_started", cart: "cart_2" }], null],
  ["one that made another order", [{ state: "failed", orders: ["order_2"] }], null],
  [
    "dead, and a later one made the order",
    [{ state: "not_started" }, { state: "done", ...MADE }],
    null,
  ],
  [
    "dead, and a later one made another order",
    [{ state: "not_started" }, { state: "done", orders: ["order_2"] }],
    "trx_0",
  ],
])("the completion that left an order: %s", async (_what, executions, found) => {
  const completion = await readUnfinishedCompletion(engineOf(executions), ORDER)
  expect(completion?.transaction_id ?? null).toBe(found)
})

it.each<[what: string, executions: Execution[], found: string | null]>([
  ["one whose server died at once: a later one may have been done", [{ state: "invoking" }], null],
  ["one that was broken off", [{ state: "waiting_to_compensate", ...MADE }], "trx_0"],
  [
    "one that was broken off, after one whose server died at once",
    [{ state: "invoking" }, { state: "waiting_to_compensate", ...MADE }],
    "trx_1",
  ],
])("the completion that left an order three days ago: %s", async (_what, executions, found) => {
  const completion = await readUnfinishedCompletion(engineOf(executions), LATER)
  expect(completion?.transaction_id ?? null).toBe(found)
})
