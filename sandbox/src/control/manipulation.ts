import type { Router } from "express"
import { z } from "zod"
import type { Sandbox } from "../sandbox"
import type { Push, SmartTransaction } from "../state/records"
import { control, ControlError, parse } from "./reply"
import { find } from "./transactions"
import { fullView, pushView } from "./views"

const pushSchema = z.strictObject({
  times: z.int().min(1).max(100).default(1),
  push_id: z.string().optional(),
})

const tamperSchema = z.strictObject({
  sum: z.int().positive().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  contract: z.string().min(1).optional(),
  is_demo: z.boolean().optional(),
})

/** Pushes sent again, and transactions that differ from what was asked for. */
export function addManipulationRoutes(router: Router, sandbox: Sandbox): void {
  router.post(
    "/transactions/:stx/push",
    control(async (request) => {
      const { times, push_id } = parse(pushSchema, request.body)
      const push = findPush(sandbox, find(sandbox, request), push_id)
      const answers = await sandbox.pushes.repeat(push, times)
      return { push: pushView(push), answers }
    }),
  )
  router.post(
    "/transactions/:stx/tamper",
    control((request) => {
      const record = find(sandbox, request)
      tamper(sandbox, record, parse(tamperSchema, request.body))
      return fullView(sandbox, record)
    }),
  )
}

function findPush(sandbox: Sandbox, record: SmartTransaction, id: string | undefined): Push {
  const pushes = sandbox.state.pushesOf(record.id)
  const push = id === undefined ? pushes.at(-1) : pushes.find((candidate) => candidate.id === id)
  if (!push) {
    throw new ControlError(
      409,
      `${record.id} has no ${id === undefined ? "push yet" : `push ${id}`}.`,
    )
  }
  return push
}

function tamper(
  { state }: Sandbox,
  record: SmartTransaction,
  change: z.infer<typeof tamperSchema>,
): void {
  record.sum = change.sum ?? record.sum
  record.currency = change.currency ?? record.currency
  record.contractId = change.contract ?? record.contractId
  record.isDemo = change.is_demo ?? record.isDemo
  for (const payment of state.allPaymentsOf(record.id)) {
    payment.currency = record.currency
    if (payment.refundOf === null) payment.amount = change.sum ?? payment.amount
  }
  state.touch(record)
}
