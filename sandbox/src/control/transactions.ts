import type { Request, Router } from "express"
import { z } from "zod"
import { finishCheckout, giveUp, isPayable } from "../machine/checkout"
import { happen, sandboxEvents } from "../machine/events"
import { paymentMethods } from "../machine/payment-methods"
import { returnUrls } from "../machine/return-urls"
import { WrongState } from "../machine/wrong-state"
import type { Sandbox } from "../sandbox"
import type { SmartTransaction } from "../state/records"
import { control, ControlError, parse } from "./reply"
import { fullView, summaryView } from "./views"

const checkoutSchema = z.union([
  z.strictObject({ outcome: z.literal("abort"), method: z.enum(paymentMethods).optional() }),
  z.strictObject({
    outcome: z.enum(["pay", "pending", "decline"]),
    method: z.enum(paymentMethods),
  }),
])

const eventSchema = z.strictObject({
  type: z.enum(sandboxEvents),
  amount: z.int().positive().optional(),
})

/** `/sandbox/transactions`: look at transactions, be the shopper, be secupay. */
export function addTransactionRoutes(router: Router, sandbox: Sandbox): void {
  router.get(
    "/transactions",
    control(() => ({
      transactions: [...sandbox.state.smartTransactions.values()].map(summaryView).reverse(),
    })),
  )
  router.get(
    "/transactions/:stx",
    control((request) => fullView(sandbox, find(sandbox, request))),
  )
  router.post(
    "/transactions/:stx/checkout",
    control((request) => {
      const record = find(sandbox, request)
      return { redirect_url: checkout(sandbox, record, parse(checkoutSchema, request.body)) }
    }),
  )
  router.post(
    "/transactions/:stx/events",
    control((request) => {
      const record = find(sandbox, request)
      happen(sandbox, record, parse(eventSchema, request.body))
      return fullView(sandbox, record)
    }),
  )
}

/** @throws ControlError 404 */
export function find({ state }: Sandbox, request: Request): SmartTransaction {
  const id = request.params.stx ?? ""
  const record = state.smartTransactions.get(id)
  if (!record) throw new ControlError(404, `There is no transaction ${id}.`)
  return record
}

function checkout(
  sandbox: Sandbox,
  record: SmartTransaction,
  choice: z.infer<typeof checkoutSchema>,
): string | null {
  const urls = returnUrls(record)
  if (choice.outcome !== "abort") {
    finishCheckout(sandbox, record, choice)
    return choice.outcome === "decline" ? urls.error : urls.success
  }
  if (!isPayable(record)) throw new WrongState(`${record.id} is "${record.status}"`)
  if (sandbox.state.paymentsOf(record.id).length === 0) return urls.abort
  giveUp(sandbox, record)
  return urls.error
}
