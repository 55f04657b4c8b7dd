import type { SmartTransactionRequest } from "../schemas/smart-transaction"
import type { Sandbox } from "../sandbox"
import { germanTime } from "../state/dates"
import { newId } from "../state/ids"
import type { Payment, SmartTransaction } from "../state/records"
import { settle } from "./checkout"
import type { MachineEvent } from "./methods"
import { advance, enter } from "./payments"
import { paymentStates } from "./payment-states"
import { WrongState } from "./wrong-state"

const startEvents = {
  ok: "start",
  pending: "start_pending",
  failed: "start_failed",
} as const satisfies Record<string, MachineEvent>

/** A new Smart Transaction from an accepted request. */
export function createSmartTransaction(
  sandbox: Sandbox,
  request: SmartTransactionRequest,
): SmartTransaction {
  const record: SmartTransaction = {
    id: newId("STX"),
    customerId: request.customer.id ?? newId("PCU"),
    ...factsOf(sandbox, request),
    status: "created",
    method: null,
    transId: null,
    deferred: null,
    created: germanTime(),
    updated: null,
  }
  sandbox.state.add(record)
  keepCustomer(sandbox, record)
  return record
}

/** A buyer who is sent inline becomes a payment customer of his own. */
function keepCustomer({ state }: Sandbox, record: SmartTransaction): void {
  const { contact } = record.request.customer
  if (!contact || state.customers.has(record.customerId)) return
  const { customerId: id, created } = record
  state.customers.set(id, { id, contact, created, updated: null })
}

/**
 * Replaces what a not yet executed transaction asks for; an authorization is given back.
 * @throws WrongState
 */
export function replaceSmartTransaction(
  sandbox: Sandbox,
  record: SmartTransaction,
  request: SmartTransactionRequest,
): void {
  settle(sandbox, record)
  if (record.status !== "created" && record.status !== "approved") {
    throw new WrongState(`${record.id} is "${record.status}" and cannot be changed any more`)
  }
  voidReserved(sandbox, record)
  Object.assign(record, factsOf(sandbox, request), {
    status: "created",
    method: null,
    transId: null,
  })
  sandbox.state.touch(record)
}

/**
 * Captures an authorized transaction.
 * @throws WrongState
 * @see https://developer.secuconnect.com/integration/Capture_the_Payment.html
 */
export function startSmartTransaction(sandbox: Sandbox, record: SmartTransaction): void {
  settle(sandbox, record)
  const payment = currentPayment(sandbox, record)
  if (record.status !== "approved" || !payment) {
    throw new WrongState(`${record.id} is "${record.status}"; start needs "approved"`)
  }
  advance(sandbox, payment, startEvents[sandbox.settings.startOutcome])
}

/**
 * Cancels a transaction before it is executed. What the vendor answers later on is not documented.
 * @throws WrongState
 */
export function cancelSmartTransaction(
  sandbox: Sandbox,
  record: SmartTransaction,
  to: "cancelled" | "aborted" = "cancelled",
): void {
  settle(sandbox, record)
  if (!["created", "approved", "pending"].includes(record.status)) {
    throw new WrongState(`${record.id} is "${record.status}" and cannot be cancelled any more`)
  }
  record.status = to
  sandbox.state.touch(record)
  voidReserved(sandbox, record)
}

/** The payment that counts: the latest that was not declined. */
export function currentPayment(sandbox: Sandbox, record: SmartTransaction): Payment | undefined {
  const payments = sandbox.state.paymentsOf(record.id)
  return payments.findLast((payment) => payment.state !== "denied") ?? payments.at(-1)
}

function voidReserved(sandbox: Sandbox, record: SmartTransaction): void {
  for (const payment of sandbox.state.paymentsOf(record.id)) {
    if (paymentStates[payment.state].money === "reserved") enter(sandbox, payment, "void")
  }
}

function factsOf({ config }: Sandbox, request: SmartTransactionRequest) {
  return {
    request,
    sum: request.basket_info.sum,
    currency: request.basket_info.currency,
    contractId: request.contract?.id ?? config.contractId,
    isDemo: request.is_demo,
  }
}
