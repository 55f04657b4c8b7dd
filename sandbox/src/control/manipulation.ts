import type { Router } from "express"
import { z } from "zod"
import { paymentStateNames } from "../machine/payment-states"
import { currentPayment } from "../machine/smart-transactions"
import type { Sandbox } from "../sandbox"
import { newId } from "../state/ids"
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
  /** Of the payment that counts, whatever the table of states says; nobody is told. */
  payment_state: z.enum(paymentStateNames).optional(),
  /** Beside the payment that counts another one of its amount, accepted too. */
  paid_again: z.literal(true).optional(),
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
  sandbox: Sandbox,
  record: SmartTransaction,
  change: z.infer<typeof tamperSchema>,
): void {
  const { state } = sandbox
  record.sum = change.sum ?? record.sum
  record.currency = change.currency ?? record.currency
  record.contractId = change.contract ?? record.contractId
  record.isDemo = change.is_demo ?? record.isDemo
  for (const payment of state.allPaymentsOf(record.id)) {
    payment.currency = record.currency
    if (payment.refundOf === null) payment.amount = change.sum ?? payment.amount
  }
  tamperPayment(sandbox, record, change)
  state.touch(record)
}

function tamperPayment(
  sandbox: Sandbox,
  record: SmartTransaction,
  { payment_state, paid_again }: z.infer<typeof tamperSchema>,
): void {
  const payment = currentPayment(sandbox, record)
  if (!payment) return
  payment.state = payment_state ?? payment.state
  if (!paid_again) return
  const again = { id: newId("PCI"), transId: sandbox.state.nextTransId() }
  sandbox.state.addPayment({ ...payment, ...again })
}
