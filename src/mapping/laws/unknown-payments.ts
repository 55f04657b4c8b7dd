import type { BigNumberInput } from "@medusajs/framework/types"
import type { Violation } from "./audit-case"
import { toMinor } from "./iso-currency"

/** A payment that Medusa has made with a provider of ours. Amount in major units. */
export interface PaymentOfOurs {
  id: string
  checkout_id: string | null
  order_id: string | null
  amount: BigNumberInput
  currency_code: string
}

/**
 * Payments that no row of the ledger belongs to. Pure.
 *
 * @param known ids of the ledger's rows
 */
export function unknownPayments(
  payments: PaymentOfOurs[],
  known: ReadonlySet<string>,
): Violation[] {
  return payments
    .filter(({ checkout_id }) => !known.has(checkout_id ?? ""))
    .map(({ id: reference, order_id, currency_code, amount }) => ({
      ...{ code: "payment_unknown", reference, order_id, currency_code },
      ...{ expected: 0, found: toMinor(amount, currency_code) },
    }))
}
