import type { Sandbox } from "../sandbox"
import type { SmartTransaction } from "../state/records"
import { methods, type MachineEvent } from "./methods"
import { offeredMethods } from "./offered-methods"
import type { PaymentMethod } from "./payment-methods"
import { attempt } from "./payments"
import { WrongState } from "./wrong-state"

export type Outcome = "pay" | "pending" | "decline"

interface Choice {
  method: PaymentMethod
  outcome: Outcome
}

/** A shopper can pay only what nobody has paid, cancelled or failed yet. */
export function isPayable(smartTransaction: SmartTransaction): boolean {
  return smartTransaction.status === "created" && smartTransaction.deferred === null
}

/**
 * The shopper finishes the checkout. The truth follows at once or after `truthDelayMs`.
 * @throws WrongState when the transaction or the method does not allow it
 */
export function finishCheckout(
  sandbox: Sandbox,
  smartTransaction: SmartTransaction,
  choice: Choice,
): void {
  assertPossible(sandbox, smartTransaction, choice)
  const wait = sandbox.settings.truthDelayMs
  smartTransaction.deferred = { ...choice, dueAt: Date.now() + wait }
  if (wait === 0) settle(sandbox, smartTransaction)
  else {
    sandbox.state.changed()
    settleLater(sandbox, smartTransaction)
  }
}

/**
 * A declined attempt after which the shopper may try again: it leaves a denied payment behind.
 * @throws WrongState
 */
export function declineAttempt(
  sandbox: Sandbox,
  smartTransaction: SmartTransaction,
  method: PaymentMethod,
): void {
  assertPossible(sandbox, smartTransaction, { method, outcome: "decline" })
  attempt(sandbox, smartTransaction, { method, event: "decline" })
}

/** The shopper leaves after a declined attempt: the transaction has failed for good. */
export function giveUp(sandbox: Sandbox, smartTransaction: SmartTransaction): void {
  if (!isPayable(smartTransaction)) return
  smartTransaction.status = "failed"
  sandbox.state.touch(smartTransaction)
}

/** Makes true what the shopper did, if that is still outstanding. */
export function settle(sandbox: Sandbox, smartTransaction: SmartTransaction): void {
  const { deferred } = smartTransaction
  if (!deferred) return
  smartTransaction.deferred = null
  attempt(sandbox, smartTransaction, {
    method: deferred.method,
    event: eventOf(smartTransaction, deferred),
  })
  if (deferred.outcome === "decline") giveUp(sandbox, smartTransaction)
}

/** Nothing is outstanding any more. */
export function settleAll(sandbox: Sandbox): void {
  for (const smartTransaction of sandbox.state.smartTransactions.values()) {
    settle(sandbox, smartTransaction)
  }
}

/** Arms the timer of an outstanding truth; also after a restart. */
export function settleLater(sandbox: Sandbox, smartTransaction: SmartTransaction): void {
  const wait = (smartTransaction.deferred?.dueAt ?? 0) - Date.now()
  sandbox.timers.after(Math.max(wait, 0), () => settle(sandbox, smartTransaction))
}

function eventOf({ request }: SmartTransaction, { method, outcome }: Choice): MachineEvent {
  if (outcome === "decline") return "decline"
  if (outcome === "pending") return "check_risk"
  const deferrable = methods[method].deferrable && !request.payment_context.auto_capture
  return deferrable ? "authorize" : "pay"
}

function assertPossible(
  sandbox: Sandbox,
  smartTransaction: SmartTransaction,
  { method, outcome }: Choice,
): void {
  if (!isPayable(smartTransaction)) {
    const state = smartTransaction.deferred ? "being paid" : smartTransaction.status
    throw new WrongState(`${smartTransaction.id} is "${state}" and cannot be paid`)
  }
  if (!offeredMethods(sandbox.settings, smartTransaction).includes(method)) {
    throw new WrongState(`${method} is not offered for ${smartTransaction.id}`)
  }
  if (outcome === "pending" && method !== "debit") {
    throw new WrongState(`"pending" (risk check) exists for debit only, not for ${method}`)
  }
}
