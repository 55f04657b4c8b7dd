import type { Sandbox } from "../sandbox"
import type { Payment, SmartTransaction } from "../state/records"
import { cancelPayment } from "./cancel-payment"
import { giveUp, settle } from "./checkout"
import { advance, transitionOf } from "./payments"
import { paymentStates } from "./payment-states"
import { currentPayment } from "./smart-transactions"
import { WrongState } from "./wrong-state"

export const sandboxEvents = [
  "money_arrived",
  "chargeback",
  "issue_resolved",
  "issue_lost",
  "refund",
  "expire",
] as const

export type SandboxEvent = (typeof sandboxEvents)[number]

/**
 * Something happens at secupay or at a bank, without the shop.
 * @param event.amount minor units, only for a refund; absent means everything that is left
 * @throws WrongState, NotRefundable
 */
export function happen(
  sandbox: Sandbox,
  record: SmartTransaction,
  event: { type: SandboxEvent; amount?: number | undefined },
): void {
  settle(sandbox, record)
  if (event.type === "expire" && record.status === "created") {
    giveUp(sandbox, record)
    return
  }
  const payment = currentPayment(sandbox, record)
  if (!payment) throw new WrongState(`${record.id} is "${record.status}": nobody has paid it yet`)
  if (event.type === "refund") {
    cancelPayment(sandbox, payment, { amount: event.amount, reason: "Refund from secuOffice" })
  } else advance(sandbox, payment, event.type)
}

/** The events that can happen to a transaction as it stands. */
export function possibleEvents(sandbox: Sandbox, record: SmartTransaction): SandboxEvent[] {
  const payment = currentPayment(sandbox, record)
  return sandboxEvents.filter((event) => {
    if (record.status === "created") return event === "expire" && record.deferred === null
    return payment !== undefined && isPossible(payment, event)
  })
}

function isPossible(payment: Payment, event: SandboxEvent): boolean {
  if (event !== "refund") return transitionOf(payment.method, event, payment.state) !== undefined
  const { money } = paymentStates[payment.state]
  return money === "reserved" || money === "open" || money === "taken"
}
