import { methods } from "../../machine/methods"
import type { PaymentMethod } from "../../machine/payment-methods"
import { offeredMethods } from "../../machine/offered-methods"
import type { Sandbox } from "../../sandbox"
import type { Payment, SmartTransaction } from "../../state/records"
import { contactView } from "./customer"
import { merchantReference } from "./merchant"
import { paymentInstructions } from "./payment-instructions"

/** The answer to a creation: complete, never terse. */
export function createdView(sandbox: Sandbox, record: SmartTransaction) {
  return {
    object: "smart.transactions",
    id: record.id,
    merchant: merchantReference,
    contract: { object: "general.contracts", id: record.contractId },
    ...statusFields(sandbox, record),
    ...requestFields(record),
    ...(record.status === "created" ? linksOf(sandbox, record) : {}),
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
      ? {
          customer: {
            object: "payment.customers",
            id: record.customerId,
            contact: contactView(contact),
          },
        }
      : {}),
    ...(request.shipping_address
      ? { shipping_address: shippingView(request.shipping_address) }
      : {}),
    ...(request.basket ? { basket: basketView(request.basket) } : {}),
    basket_info: { sum: record.sum, currency: record.currency },
    ...(request.merchantRef ? { merchantRef: request.merchantRef } : {}),
    ...(request.transactionRef ? { transactionRef: request.transactionRef } : {}),
    ...checkoutFields(request),
    application_context: contextView(request.application_context),
    payment_context: {
      payment_methods: null,
      merchant_initiated: false,
      accrual: false,
      ...request.payment_context,
      creditcard_schemes: ["mastercard", "visa", "american express"],
    },
  }
}

type Request = SmartTransaction["request"]

/** What custom checkouts and orders have besides. */
function checkoutFields({ container, delivery_options }: Request) {
  return {
    ...(container && "id" in container
      ? { container: { object: "payment.containers", id: container.id } }
      : {}),
    ...(delivery_options ? { delivery_options } : {}),
  }
}

const shippingView = ({ contact, ...rest }: NonNullable<Request["shipping_address"]>) => ({
  ...rest,
  contact: contactView(contact),
})

/** `url_failure` can only be written: it comes back as the error and the abort URL. */
function contextView({ return_urls: urls, ...context }: Request["application_context"]) {
  if (!urls) return context
  const { url_failure: failure, ...others } = urls
  if (failure === undefined) return { ...context, return_urls: others }
  return { ...context, return_urls: { url_error: failure, url_abort: failure, ...others } }
}

const noLineDetails = {
  parent: null,
  articleNumber: null,
  ean: null,
  group: null,
  serialNumber: null,
  reference_id: null,
  contract_id: null,
  sub_basket: null,
}

function basketView(basket: NonNullable<SmartTransaction["request"]["basket"]>) {
  return {
    type: "default",
    products: basket.products.map((line) => ({ ...noLineDetails, ...line })),
  }
}

/** A sale has a link per method, an order one to the vendor's own checkout. */
function linksOf(sandbox: Sandbox, record: SmartTransaction) {
  if (record.request.intent === "sale") return { payment_links: paymentLinks(sandbox, record) }
  return { checkout_links: { url_checkout: checkoutPage(sandbox, record) } }
}

function checkoutPage({ config }: Sandbox, { id, contractId }: SmartTransaction): string {
  return `${config.publicUrl}/pay?stx=${id}&contract=${contractId}&server=testing`
}

/** The page on which the buyer authorizes a method. */
export function pageOf(sandbox: Sandbox, record: SmartTransaction, method: PaymentMethod): string {
  const rest = `stx=${record.id}&contract=${record.contractId}&server=testing`
  return `${sandbox.config.publicUrl}/pay?${methods[method].link}&${rest}`
}

function paymentLinks(sandbox: Sandbox, record: SmartTransaction): Record<string, string> {
  const links: Record<string, string> = {}
  for (const method of offeredMethods(sandbox.settings, record)) {
    links[method] = pageOf(sandbox, record, method)
  }
  return { ...links, general: checkoutPage(sandbox, record) }
}
