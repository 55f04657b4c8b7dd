import { effectiveAmount, simpleStatus } from "../../machine/amounts"
import { methods } from "../../machine/methods"
import { paymentStates, simpleStatusTexts } from "../../machine/payment-states"
import type { Sandbox } from "../../sandbox"
import type { Contact } from "../../schemas/contact"
import type { Payment } from "../../state/records"
import { shownTransId } from "./smart-transaction"

const refundReference = 19

/** A Payment Transaction; in terse mode only what the documented examples show. */
export function paymentView(sandbox: Sandbox, payment: Payment) {
  const status = statusFields(sandbox, payment)
  const isRefund = payment.refundOf !== null
  return {
    object: "payment.transactions",
    id: payment.id,
    ...(sandbox.settings.terse && isRefund ? {} : { trans_id: shownTransId(payment) }),
    ...(isRefund ? { parents: parentsOf(sandbox, payment) } : {}),
    ...childrenOf(sandbox, payment),
    product: productText(sandbox, payment),
    amount: payment.amount,
    currency: payment.currency,
    created: payment.created,
    updated: payment.updated,
    status: status.status,
    status_text: status.status_text,
    details: {
      cleared: "open",
      ...status,
      ...(sandbox.settings.terse && isRefund ? {} : { amount: payment.amount }),
      description: isRefund ? refundDescription(sandbox, payment) : "",
    },
    ...(sandbox.settings.terse ? {} : moreFields(sandbox, payment)),
  }
}

/** Status and effective amount, minor units. */
export function checkStatusView(sandbox: Sandbox, payment: Payment) {
  return {
    ...statusFields(sandbox, payment),
    amount: effectiveAmount(sandbox.state, payment),
    currency: payment.currency,
  }
}

function statusFields({ settings }: Sandbox, payment: Payment) {
  const state = paymentStates[payment.state]
  const simple = simpleStatus(payment, settings)
  return {
    status: state.fine,
    status_text: state.fineText,
    status_simple: simple,
    status_simple_text: simpleStatusTexts[simple] ?? "",
  }
}

function productText({ state }: Sandbox, payment: Payment): string {
  const isDemo = state.smartTransactions.get(payment.smartTransactionId)?.isDemo
  const product = payment.refundOf === null ? methods[payment.method].product : "Erstattung"
  return isDemo ? `${product} (Demo)` : product
}

function parentsOf({ state, settings }: Sandbox, refund: Payment) {
  const original = state.payments.get(refund.refundOf ?? "")
  return [
    {
      object: "payment.transactions",
      id: refund.refundOf,
      ref_type_id: refundReference,
      // The documented example shows a number here that is neither the parent's nor the refund's.
      trans_id: settings.terse ? refund.transId - 2 : original?.transId,
      ...(settings.terse ? {} : { ref_type_raw: "Erstattung", hierarchy: "parent" }),
    },
  ]
}

function childrenOf({ state }: Sandbox, payment: Payment) {
  const refunds = state.refundsOf(payment)
  if (refunds.length === 0) return {}
  return {
    related_transactions: refunds.map((refund) => ({
      object: "payment.transactions",
      id: refund.id,
      trans_id: shownTransId(refund),
      hierarchy: "child",
    })),
  }
}

function refundDescription({ state }: Sandbox, refund: Payment): string {
  const original = state.payments.get(refund.refundOf ?? "")
  return `TA-Code ${original?.transId ?? ""}|Refund TA-Code ${refund.transId}`
}

function moreFields({ state }: Sandbox, payment: Payment) {
  const owner = state.smartTransactions.get(payment.smartTransactionId)
  return {
    transaction_hash: payment.hash,
    product_raw: methods[payment.method].product,
    contract: { object: "general.contracts", id: owner?.contractId },
    customer: customerView(owner?.request.customer.contact),
    payment_data: payment.method === "creditcard" ? "411111XXXXXX1111 VISA" : null,
    accrual: false,
    transmitted_to_bank: false,
    ...deliveryView(payment.shipping),
    documents: [],
    subscription: null,
  }
}

const customerView = (contact: Contact | undefined) =>
  contact ? { forename: contact.forename, surname: contact.surname } : null

const deliveryView = (shipping: Payment["shipping"]) => ({
  order_id: shipping?.order_id ?? null,
  invoice_number: shipping?.invoice_number ?? null,
})
