import { toMajorUnits } from "../../mapping/words/currency"
import { promisesBeside, unpaidOf, type OrderMoney } from "../../mapping/decide/order-needs"
import { notAllowed } from "../../mapping/words/errors"
import type { PaymentOfOrder } from "../../medusa/read-order-for-booking"
import { readOrderMoney } from "../../medusa/read-order-money"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/**
 * No more is captured than the order is worth. To be asked once the capture's own request is written
 * down: of two payments of one order that are captured at the same moment, each then sees the other.
 *
 * @throws MedusaError with the sums, and what to do
 */
export async function refuseUnneededCapture(
  deps: ProviderDeps,
  checkout: CheckoutRow,
  order: PaymentOfOrder | null,
): Promise<void> {
  const { payment_session_id, amount, currency_code } = checkout
  const money = order && (await readOrderMoney(deps, order.order_id, checkout))
  if (!money) return
  const own = money.payments.find(({ session_id }) => session_id === payment_session_id)
  const unpaid = own?.is_withdrawn ? 0 : unpaidOf(money)
  if (unpaid === null) return
  const taken = await takenElsewhere(deps, money, payment_session_id)
  const needs = Math.max(unpaid - taken, 0)
  if (amount <= needs) return
  const sum = (minor: number) =>
    `${String(toMajorUnits(minor, currency_code))} ${currency_code.toUpperCase()}`
  throw notAllowed(
    `secuconnect: this would capture ${sum(amount)}, and order ${money.number} needs ${sum(needs)}. ` +
      "It was paid by another payment, or changed. " +
      "Cancel this authorization, or refund the other payment first.",
    "secuconnect_money_request_failed",
  )
}

/** Other payments that are authorized in Medusa's books, but taken already or being taken. */
async function takenElsewhere(
  { ledger }: ProviderDeps,
  money: OrderMoney,
  session_id: string,
): Promise<number> {
  let taken = 0
  for (const { checkout_id, amount } of promisesBeside(money, session_id)) {
    if (checkout_id === null) continue
    const [other] = await ledger.listCheckouts({ id: checkout_id }, { take: 1 })
    const open = { checkout_id, kind: "capture" as const, state: "open" as const }
    const isBeing = (await ledger.listMoneyRequests(open)).length > 0
    if (isBeing || other?.status === "accepted") taken += amount
  }
  return taken
}
