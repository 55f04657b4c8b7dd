import { methods } from "../../machine/methods"
import type { Sandbox } from "../../sandbox"
import type { Payment, SmartTransaction } from "../../state/records"
import { contactView } from "./customer"
import { checkStatusView } from "./payment"
import { transferDetails } from "./payment-instructions"

type Request = SmartTransaction["request"]

/**
 * A payment as the services per method showed it, under its hash. Prices and amounts are in minor
 * units, tax is a text.
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Model/SecupayTransactionProductModel.php
 */
export function oldFormatView(sandbox: Sandbox, payment: Payment) {
  const owner = sandbox.state.smartTransactions.get(payment.smartTransactionId)
  const status = checkStatusView(sandbox, payment)
  return {
    object: `payment.${methods[payment.method].service?.toLowerCase() ?? "transactions"}`,
    id: payment.hash,
    trans_id: payment.transId,
    status: status.status_simple_text,
    transaction_status: String(status.status),
    amount: payment.amount,
    currency: payment.currency,
    order_id: payment.shipping?.order_id ?? null,
    accrual: false,
    ...(owner ? ownerFields(sandbox, owner) : {}),
  }
}

function ownerFields(sandbox: Sandbox, owner: SmartTransaction) {
  const { request } = owner
  const transfer = transferDetails(sandbox, owner)
  const { contact } = request.customer
  return {
    purpose: request.transactionRef ?? null,
    payment_action: request.payment_context.auto_capture ? "sale" : "authorization",
    ...(transfer ? transferFields(transfer) : {}),
    ...(contact
      ? {
          customer: {
            object: "payment.customers",
            id: owner.customerId,
            contact: contactView(contact),
          },
        }
      : {}),
    basket: (request.basket?.products ?? []).map(lineView),
    redirect_url: redirectUrls(request),
  }
}

function transferFields({ purpose, owner, iban, bic, bankname }: Transfer) {
  return { transfer_purpose: purpose, transfer_account: { owner, iban, bic, bankname } }
}

type Transfer = NonNullable<ReturnType<typeof transferDetails>>

type Line = NonNullable<Request["basket"]>["products"][number]
type SubLine = NonNullable<Line["sub_basket"]>[number]

const lineView = ({ sub_basket, ...line }: Line) => ({
  ...priceView(line),
  ...(sub_basket ? { sub_basket: sub_basket.map(priceView) } : {}),
})

function priceView({ quantity = 1, priceOne, sum, ...line }: Omit<Line, "sub_basket"> | SubLine) {
  const { item_type, desc: name, articleNumber: article_number, tax } = line
  return {
    item_type,
    name,
    article_number,
    ean: line.ean,
    quantity,
    price: priceOne,
    total: sum ?? quantity * (priceOne ?? 0),
    tax: tax?.toString(),
    reference_id: line.reference_id,
    contract_id: line.contract_id,
  }
}

function redirectUrls({ application_context: { return_urls: urls = {} } }: Request) {
  return {
    url_success: urls.url_success ?? null,
    url_failure: urls.url_failure ?? urls.url_error ?? null,
    url_push: urls.url_push ?? null,
  }
}
