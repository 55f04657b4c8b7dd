import type { Sandbox } from "../../sandbox"
import type { Payment, SmartTransaction } from "../../state/records"
import { methods } from "../../machine/methods"
import { currentPayment } from "../../machine/smart-transactions"
import type { PaymentStateName } from "../../machine/payment-states"
import { effectiveAmount } from "../../machine/amounts"
import { WrongState } from "../../machine/wrong-state"
import { decimal } from "../../page/money"

const bankCode = "85040061"
const firstAccount = 1_005_500_000
const instalments = 12

const withInstructions: readonly PaymentStateName[] = [
  "waiting_for_transfer",
  "accepted",
  "waiting_for_shipment",
  "invoice_open",
  "paid",
  "issue",
  "issue_resolved",
]

/** Where the buyer has to transfer to. The account differs per transaction, as documented. */
export interface TransferDetails {
  owner: string
  iban: string
  bic: string
  bankname: string
  purpose: string
  girocode_url: string
}

/**
 * Bank data for prepayment and invoice, once the payment is accepted.
 * @see https://developer.secuconnect.com/integration/Pay_with_Prepayment.html
 */
export function transferDetails(
  sandbox: Sandbox,
  record: SmartTransaction,
): TransferDetails | undefined {
  const payment = instructedPayment(sandbox, record)
  if (!payment || methods[payment.method].instructions !== "transfer") return undefined
  return {
    owner: "secupay AG",
    iban: germanIban(payment.transId),
    bic: "COBADEFFXXX",
    bankname: "Commerzbank CC",
    purpose: `TA ${payment.transId}`,
    girocode_url: `${sandbox.config.publicUrl}/qr/epc?stx=${record.id}`,
  }
}

/**
 * The answer to `getPaymentInstructions`: what is still to be transferred, as a text, and where to.
 * @throws WrongState for a payment that nobody has to transfer
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Model/PaymentTransactionsInstructionsModel.php
 */
export function instructionsView(sandbox: Sandbox, payment: Payment) {
  const record = sandbox.state.smartTransactions.get(payment.smartTransactionId)
  const isCurrent = record && currentPayment(sandbox, record) === payment
  const transfer = isCurrent ? transferDetails(sandbox, record) : undefined
  if (!record || !transfer) throw new WrongState(`${payment.id} has no payment instructions`)
  const { owner, iban, bic, bankname, purpose } = transfer
  const language = record.request.application_context.language ?? "de"
  return {
    lang: language,
    amount: decimal(effectiveAmount(sandbox.state, payment), payment.currency, language),
    currency: payment.currency,
    payment_instructions: { owner, iban, bic, bankname, purpose },
  }
}

/** What `payment_instructions` holds: bank data, or for easyCredit the instalments in cents. */
export function paymentInstructions(sandbox: Sandbox, record: SmartTransaction) {
  const payment = instructedPayment(sandbox, record)
  if (payment && methods[payment.method].instructions === "instalments") {
    return instalmentPlan(payment.amount)
  }
  return transferDetails(sandbox, record)
}

function instructedPayment(sandbox: Sandbox, record: SmartTransaction): Payment | undefined {
  const payment = currentPayment(sandbox, record)
  return payment && withInstructions.includes(payment.state) ? payment : undefined
}

function instalmentPlan(amount: number) {
  const interest = Math.round(amount * 0.05)
  const total = amount + interest
  const instalment = Math.ceil(total / instalments)
  return {
    interest,
    total_value: total,
    number_of_installments: instalments,
    installment: instalment,
    last_installment: total - instalment * (instalments - 1),
  }
}

function germanIban(transId: number): string {
  const account = String(firstAccount + (transId % 100_000))
  const withoutCheck = BigInt(`${bankCode}${account}131400`)
  const check = String(98n - (withoutCheck % 97n)).padStart(2, "0")
  return `DE${check}${bankCode}${account}`
}
