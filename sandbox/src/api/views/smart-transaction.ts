import { methods } from "../../machine/methods"
import { offeredMethods } from "../../machine/offered-methods"
import type { Sandbox } from "../../sandbox"
import type { Payment, SmartTransaction } from "../../state/records"
import { paymentInstructions } from "./payment-instructions"

const merchant = {
  object: "general.merchants",
  id: "MRC_G8SE48FRHVITKILAPNCEDU0NUD55W8",
  companyname: "Smart Checkout Testmerchant 8",
}

/** Merchant that every transaction of the sandbox belongs to. */
export const merchantName = merchant.companyname

/** The answer to a creation: complete, never terse. */
export function createdView(sandbox: Sandbox, record: SmartTransaction) {
  return {
    object: "smart.transactions",
    id: record.id,
    merchant,
    contract: { object: "general.contracts", id: record.contractId },
    ...statusFields(sandbox, record),
    ...requestFields(record),
    ...(record.status === "created" ? { payment_links: paymentLinks(sandbox, record) } : {}),
  }
}

/** The answer to a read; in terse mode only what the guide's example shows. */
export function readView(sandbox: Sandbox, record: SmartTransaction) {
  if (!sandbox.settings.terse) return createdView(sandbox, record)
  return { object: "smart.transactions", id: record.id, ...statusFields(sandbox, record) }
}

/** The answer to `start`; in terse mode without the fields that the example leaves out. */
export function startedView(sandbox: Sandbox, record: SmartTransaction) {
  if (!sandbox.settings.terse) return createdView(sandbox, record)
  return {
    object: "smart.transactions",
    id: record.id,
    transactions: sandbox.state
      .paymentsOf(record.id)
      .map(({ id }) => ({ object: "payment.transactions", id })),
    created: record.created,
    updated: record.updated,
    status: record.status,
  }
}

/** The answer to `cancel`; the vendor's sample shows id and status only. */
export function cancelledView(sandbox: Sandbox, record: SmartTransaction) {
  if (!sandbox.settings.terse) return createdView(sandbox, record)
  return { object: "smart.transactions", id: record.id, status: record.status }
}

/** PayPal's example shows `trans_id` as a string, all others as a number. */
export function shownTransId(payment: Pick<Payment, "method" | "transId">): number | string {
  return payment.method === "paypal" ? String(payment.transId) : payment.transId
}

function statusFields(sandbox: Sandbox, record: SmartTransaction) {
  const payments = sandbox.state.paymentsOf(record.id)
  const instructions = paymentInstructions(sandbox, record)
  return {
    transactions: payments.map((payment) => ({
      object: "payment.transactions",
      id: payment.id,
      trans_id: shownTransId(payment),
      transaction_hash: payment.hash,
    })),
    created: record.created,
    ...(record.updated ? { updated: record.updated } : {}),
    status: record.status,
    ...(record.method ? { payment_method: record.method } : {}),
    ...(instructions ? { payment_instructions: instructions } : {}),
    ...(record.method && record.transId !== null
      ? { trans_id: shownTransId({ method: record.method, transId: record.transId }) }
      : {}),
  }
}

function requestFields({ request, ...record }: SmartTransaction) {
  const { contact } = request.customer
  return {
    is_demo: record.isDemo,
    intent: request.intent,
    ...(contact
      ? { customer: { object: "payment.customers", id: record.customerId, contact } }
      : {}),
    ...(request.shipping_address ? { shipping_address: request.shipping_address } : {}),
    ...(request.basket ? { basket: basketView(request.basket) } : {}),
    basket_info: { sum: record.sum, currency: record.currency },
    ...(request.merchantRef ? { merchantRef: request.merchantRef } : {}),
    ...(request.transactionRef ? { transactionRef: request.transactionRef } : {}),
    application_context: request.application_context,
    payment_context: {
      payment_methods: null,
      merchant_initiated: false,
      accrual: false,
      ...request.payment_context,
      creditcard_schemes: ["mastercard", "visa", "american express"],
    },
  }
}

const noLineDetails = {
  parent: null,
  articleNumber: null,
  ean: null,
  group: null,
  serialNumber: null,
  reference_id: null,
}

function basketView(basket: NonNullable<SmartTransaction["request"]["basket"]>) {
  return {
    type: "default",
    products: basket.products.map((line) => ({ ...noLineDetails, ...line })),
  }
}

function paymentLinks(sandbox: Sandbox, record: SmartTransaction): Record<string, string> {
  const rest = `stx=${record.id}&contract=${record.contractId}&server=testing`
  const page = `${sandbox.config.publicUrl}/pay`
  const links: Record<string, string> = {}
  for (const method of offeredMethods(sandbox.settings, record)) {
    links[method] = `${page}?${methods[method].link}&${rest}`
  }
  return { ...links, general: `${page}?${rest}` }
}
