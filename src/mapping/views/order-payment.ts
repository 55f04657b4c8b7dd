import { toMajorUnits } from "../words/currency"
import { sessionFinding, type SessionState } from "./outcome"
import { texts } from "../words/texts"
import type { Language } from "../words/language"
import { toTransferDetails, type TransferAccount, type TransferDetails } from "./transfer"
import type { CheckoutStatus } from "../status/status"

/** A checkout of an order, as the ledger has it. Amount in minor units. */
export interface OrderCheckout {
  status: CheckoutStatus | null
  order_id: string | null
  attention?: string | null
  method: string | null
  amount: number
  currency_code: string
  currency_exponent: number
  is_demo: boolean
  instructions: TransferAccount | null
  /** What is left of it after refunds, where that is known. */
  effective_amount: number | null
}

/** What a customer may know of the payment of an order. `amount` in major units. */
export interface OrderPayment {
  order_id: string | null
  method: string | null
  state: SessionState
  text: string
  amount: number
  currency_code: string
  is_demo: boolean
  transfer_details: TransferDetails | null
}

export async function toOrderPayment(
  checkout: OrderCheckout,
  language: Language,
): Promise<OrderPayment> {
  const { amount, currency_code, instructions, method } = checkout
  const { state, code } = sessionFinding(checkout)
  const owed = instructions && (state === "waiting" || (state === "paid" && method === "invoice"))
  return {
    order_id: checkout.order_id,
    method,
    state,
    text: texts[language][code],
    amount: toMajorUnits(amount, checkout),
    currency_code,
    is_demo: checkout.is_demo,
    transfer_details: owed
      ? await toTransferDetails(instructions, checkout.effective_amount ?? amount, checkout)
      : null,
  }
}

/** Which of an order's checkouts says how it is paid: what is paid, then what is promised. */
const TELLING: readonly (CheckoutStatus | null)[] = ["accepted", "authorized", "waiting"]

/**
 * Of an order's checkouts, newest first, the one to be shown: an order can have had more than one
 * try, and money that it did not want.
 */
export function tellingCheckout<Checkout extends Pick<OrderCheckout, "status" | "attention">>(
  checkouts: Checkout[],
): Checkout | undefined {
  const wanted = checkouts.filter(({ attention }) => !UNWANTED.has(attention ?? null))
  for (const status of TELLING) {
    const found = wanted.find((checkout) => checkout.status === status)
    if (found) return found
  }
  return checkouts[0]
}

const UNWANTED: ReadonlySet<string | null> = new Set(["orphaned", "not_cancelled"])
