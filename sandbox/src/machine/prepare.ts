import type { Sandbox } from "../sandbox"
import type { SmartTransaction } from "../state/records"
import { isPayable } from "./checkout"
import { offeredMethods } from "./offered-methods"
import { paymentMethods, type PaymentMethod } from "./payment-methods"
import { attempt } from "./payments"
import { startSmartTransaction } from "./smart-transactions"
import { WrongState } from "./wrong-state"

/** Methods whose buyer does not have to visit another page. */
const withoutPage: readonly PaymentMethod[] = ["debit", "invoice"]

/** What a till takes; nothing is transferred, so there is no payment. */
const tillMethods = ["cash", "cashless", "cashless_direct", "demo"]

/**
 * Authorizes a payment for a shop that has its own payment page.
 * @returns the page that the buyer has to visit first, or null
 * @throws WrongState
 * @see https://developer.secuconnect.com/integration/Checkout_Process_with_Smart_Transaction.html
 */
export function prepareSmartTransaction(
  sandbox: Sandbox,
  record: SmartTransaction,
  name: string,
): PaymentMethod | null {
  const method = payableWith(sandbox, record, name)
  if (method === "prepaid") throw new WrongState("prepaid has no authorization; use start/prepaid")
  if (!withoutPage.includes(method)) return method
  const { auto_capture } = record.request.payment_context
  attempt(sandbox, record, { method, event: auto_capture ? "pay" : "authorize" })
  return null
}

/**
 * Captures without an authorization before: `start/{method}`. Without a method, and once there is
 * an authorization, it is the plain `start`.
 * @throws WrongState
 */
export function startWithMethod(sandbox: Sandbox, record: SmartTransaction, name: string): void {
  if (name === "" || record.status === "approved") {
    startSmartTransaction(sandbox, record)
    return
  }
  if (tillMethods.includes(name)) {
    assertPayable(record)
    record.status = "ok"
    sandbox.state.touch(record)
    return
  }
  const method = payableWith(sandbox, record, name)
  if (method !== "prepaid" && !withoutPage.includes(method)) {
    throw new WrongState(`${method} needs its buyer on a page; use prepare/${method}`)
  }
  attempt(sandbox, record, { method, event: "pay" })
}

function payableWith(sandbox: Sandbox, record: SmartTransaction, name: string): PaymentMethod {
  assertPayable(record)
  const method = paymentMethods.find((candidate) => candidate === name.toLowerCase())
  if (!method || !offeredMethods(sandbox.settings, record).includes(method)) {
    throw new WrongState(`${name} is not offered for ${record.id}`)
  }
  return method
}

function assertPayable(record: SmartTransaction): void {
  if (isPayable(record)) return
  throw new WrongState(`${record.id} is "${record.status}" and cannot be paid`)
}
