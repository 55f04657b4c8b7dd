import type { SandboxSettings } from "../options"
import type { SmartTransaction } from "../state/records"
import { methods } from "./methods"
import { paymentMethods, type PaymentMethod } from "./payment-methods"

const easycreditRange = { from: 20_000, to: 1_000_000 }

interface Wish {
  currency: string
  isDemo: boolean
}

/** The contracted methods that can take a currency, and a demo transaction if it is one. */
export function contractedMethods(settings: SandboxSettings, wish: Wish): PaymentMethod[] {
  return paymentMethods.filter(
    (method) =>
      settings.methods.includes(method) &&
      (wish.currency === "EUR" || !methods[method].eurOnly) &&
      (!wish.isDemo || allowsDemo(settings, method)),
  )
}

/**
 * Beginning with secupay Acquiring there is no demo mode on the live system, for cards at least.
 * @see docs/vendor-notes.md
 */
const allowsDemo = ({ demo }: SandboxSettings, method: PaymentMethod): boolean =>
  demo === "allowed" || (demo === "no_cards" && method !== "creditcard")

/** The methods a shopper may choose for this transaction: contracted, asked for, and suitable. */
export function offeredMethods(
  settings: SandboxSettings,
  smartTransaction: SmartTransaction,
): PaymentMethod[] {
  const asked: readonly string[] | null | undefined =
    smartTransaction.request.payment_context.payment_methods
  return contractedMethods(settings, smartTransaction)
    .filter((method) => !asked || asked.includes(method))
    .filter((method) => method !== "easycredit" || suitsEasycredit(smartTransaction))
}

/** @see https://developer.secuconnect.com/integration/Pay_with_easyCredit_Ratenkauf.html */
function suitsEasycredit({ sum, request }: SmartTransaction): boolean {
  const inRange = sum >= easycreditRange.from && sum <= easycreditRange.to
  const contact = request.customer.contact
  return inRange && request.basket !== undefined && !contact?.companyname
}
