import { createdView } from "../api/views/smart-transaction"
import { checkStatusView, paymentView } from "../api/views/payment"
import { possibleEvents } from "../machine/events"
import type { Sandbox } from "../sandbox"
import type { Push, SmartTransaction } from "../state/records"

/** One line per Smart Transaction. */
export function summaryView(record: SmartTransaction) {
  return {
    id: record.id,
    status: record.status,
    method: record.method,
    sum: record.sum,
    currency: record.currency,
    contract: record.contractId,
    is_demo: record.isDemo,
    merchant_ref: record.request.merchantRef ?? null,
    /** What the shopper did and reads do not show yet. */
    deferred: record.deferred,
    created: record.created,
    updated: record.updated,
  }
}

/** Everything about a Smart Transaction, also what reads leave out. */
export function fullView(sandbox: Sandbox, record: SmartTransaction) {
  const complete = { ...sandbox, settings: { ...sandbox.settings, terse: false } }
  return {
    ...summaryView(record),
    possible_events: possibleEvents(sandbox, record),
    request: record.request,
    smart_transaction: createdView(complete, record),
    payments: sandbox.state.allPaymentsOf(record.id).map((payment) => ({
      ...paymentView(complete, payment),
      state: payment.state,
      effective_amount: checkStatusView(sandbox, payment).amount,
      refund_of: payment.refundOf,
      reason: payment.reason,
      shipping: payment.shipping,
    })),
    pushes: sandbox.state.pushesOf(record.id).map(pushView),
  }
}

/** A push and how its delivery went. */
export function pushView(push: Push) {
  return {
    id: push.id,
    payment_id: push.paymentId,
    type: push.type,
    url: push.url,
    state: push.state,
    created: push.created,
    next_at: push.nextAt === null ? null : new Date(push.nextAt).toISOString(),
    attempts: push.attempts,
  }
}
