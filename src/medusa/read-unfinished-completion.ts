import type { IWorkflowEngineService } from "@medusajs/framework/types"
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows"
import { z } from "zod"

type Engine = Pick<IWorkflowEngineService, "listWorkflowExecutions">

/** Of what the core writes down of a completion; of a step, what it would be undone with. */
const executionSchema = z.object({
  transaction_id: z.string(),
  context: z.object({
    data: z.object({
      payload: z.object({ id: z.string() }),
      invoke: z.object({
        "create-orders": z
          .object({ output: z.object({ compensateInput: z.array(z.string()) }) })
          .nullish()
          .catch(null),
      }),
    }),
  }),
})

/** A completion that made an order and never came to its end. */
export interface UnfinishedCompletion {
  transaction_id: string
  /** Null where the server died before the core wrote it down. */
  order_ids: string[] | null
}

export interface OrderOfCart {
  cart_id: string
  order_id: string
  /** By the clock of the server that completed the cart. */
  order_created_at: Date
  now: Date
}

/** Every state of the core's but "done" and "reverted". */
const UNFINISHED = ["not_started", "invoking", "waiting_to_compensate", "compensating", "failed"]

/** A completion makes its order at once; it may wait for the cart's lock before. */
const BEFORE_MS = 5 * 60_000

/**
 * The core forgets after three days what is done, and never what has died: what does not say which order it made
 * tells nothing of an older one.
 */
const KEPT_MS = 2 * 24 * 60 * 60_000

/**
 * The completion that made an order and neither ended nor took the order back: the core has broken it
 * off, or its server died. Ask under the cart's lock; without it, the core may just be at it.
 */
export async function readUnfinishedCompletion(
  engine: Engine,
  order: OrderOfCart,
): Promise<UnfinishedCompletion | null> {
  const isKept = order.now.getTime() - order.order_created_at.getTime() < KEPT_MS
  const unfinished = (await listCompletions(engine, order, UNFINISHED)).find(
    ({ order_ids }) => order_ids?.includes(order.order_id) ?? isKept,
  )
  if (!unfinished || unfinished.order_ids) return unfinished ?? null
  const finished = await listCompletions(engine, order, ["done"])
  return finished.some(({ order_ids }) => order_ids?.includes(order.order_id)) ? null : unfinished
}

/** Those of the cart that may have made the order. */
async function listCompletions(
  engine: Engine,
  { cart_id, order_created_at }: OrderOfCart,
  state: string[],
): Promise<UnfinishedCompletion[]> {
  const $gte = new Date(order_created_at.getTime() - BEFORE_MS).toISOString()
  const executions = await engine.listWorkflowExecutions(
    {
      workflow_id: completeCartWorkflowId,
      state,
      created_at: { $gte, $lte: order_created_at.toISOString() },
    },
    { select: ["transaction_id", "context"], order: { created_at: "DESC" } },
  )
  return executions.flatMap((execution) => {
    const { data } = executionSchema.safeParse(execution)
    return data?.context.data.payload.id === cart_id ? [toCompletion(data)] : []
  })
}

function toCompletion({
  transaction_id,
  context,
}: z.output<typeof executionSchema>): UnfinishedCompletion {
  const { "create-orders": created } = context.data.invoke
  return { transaction_id, order_ids: created?.output.compensateInput ?? null }
}
