import { MathBN } from "@medusajs/framework/utils"
import type { PaymentOfUnpaidOrder, UnpaidOrder } from "../../mapping/decide/overdue-order"
import { isBeingChecked } from "../../mapping/page/being-checked"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { checkoutsOfOpen } from "./checkouts-of-open"
import { readOpenOrder, type OpenOrder } from "./open-order"

/** An order that waits for its money, as it is now. */
interface FoundUnpaid {
  /** Null when there is none. */
  order: UnpaidOrder | null
  payments: PaymentOfUnpaidOrder[]
  /** The same payments, as the ledger has them. */
  checkouts: CheckoutRow[]
}

export const NO_ORDER: FoundUnpaid = { order: null, payments: [], checkouts: [] }

/** What decides on an order that waits for its money; of its payments the ledger's last reading counts. */
export async function readUnpaidOrder(deps: Deps, order_id: string): Promise<FoundUnpaid> {
  const found = await readOpenOrder(deps, order_id)
  if (!found) return NO_ORDER
  const checkouts = await checkoutsOfOpen(deps, found)
  const payments = checkouts.map((checkout) => ({
    status: checkout.status,
    is_checked: isBeingChecked(checkout),
    is_unclear: checkout.unclear_since !== null,
  }))
  return { order: toOrder(found, checkouts.some(isKept)), payments, checkouts }
}

function toOrder(
  { order, open, is_promised_elsewhere }: OpenOrder,
  keepsMoney: boolean,
): UnpaidOrder {
  const payments = order.payment_collections.flatMap((collection) => collection.payments)
  const isBooked = order.transactions.length > 0 || payments.some(isStanding)
  const has_money = keepsMoney || isBooked || is_promised_elsewhere
  const has_credit = order.credit_lines.some(({ amount }) => MathBN.gt(amount, 0))
  return { canceled: order.status === "canceled", open, has_money, has_credit }
}

/** Money that the merchant has decided to keep, though Medusa does not have it. */
function isKept({ orphan_resolution, effective_amount }: CheckoutRow): boolean {
  return orphan_resolution === "keep" && (effective_amount ?? 0) > 0
}

function isStanding({ canceled_at }: { canceled_at?: Date | null | undefined }): boolean {
  return !canceled_at
}
