import type { SandboxSettings } from "../options"
import type { SmartTransaction } from "../state/records"
import { methods } from "./methods"
import { paymentMethods, type PaymentMethod } from "./payment-methods"

const easycreditRange = { from: 20_000, to: 1_000_000 }

/** The contracted methods that can take a currency. */
export function contractedMethods(settings: SandboxSettings, currency: string): PaymentMethod[] {
  return paymentMethods.filter(
    (method) =>
      settings.methods.includes(method) && (currency === "EUR" || !methods[method].eurOnly),
  )
}

/** The methods a shopper may choose for this transaction: contracted, asked for, and suitable. */
export function offeredMethods(
  settings: SandboxSettings,
  smartTransaction: SmartTransaction,
): PaymentMethod[] {
  const asked: readonly string[] | null | undefined =
    smartTransaction.request.payment_context.payment_methods
  return contractedMethods(settings, smartTransaction.currency)
    .filter((method) => !asked || asked.includes(method))
    .filter((method) => method !== "easycredit" || suitsEasycredit(smartTransaction))
}

/** @see https://developer.secuconnect.com/integration/Pay_with_easyCredit_Ratenkauf.html */
function suitsEasycredit({ sum, request }: SmartTransaction): boolean {
  const inRange = sum >= easycreditRange.from && sum <= easycreditRange.to
  const contact = request.customer.contact
  return inRange && request.basket !== undefined && !contact?.companyname
}
