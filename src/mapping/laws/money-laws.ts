import { MathBN } from "@medusajs/framework/utils"
import { bookedOn, isAlive, orderOf, paymentsOf } from "./booked"
import type { AuditedCase, AuditedCheckout, AuditedOrder } from "./facts"
import { rounded, isoExponent, toMinor } from "./iso-currency"
import { unequal, unless0, type Breach } from "./breach"
import type { LawCode } from "./laws"

/** Whether money is where Medusa says that it is: one checkout after the other. */
export function moneyLaws({ checkouts, orders }: AuditedCase): Breach[] {
  return checkouts.flatMap((checkout) => [
    ...whereItIs(checkout, orderOf(checkout, orders)),
    ...amountAsked(checkout, orders),
    ...unequal("booked_twice", atMostOnce(checkout.payments.length), checkout.id),
    ...checkout.payments.flatMap(({ captures }) =>
      unequal("captured_twice", atMostOnce(captures.length), checkout.id),
    ),
  ])
}

function whereItIs(checkout: AuditedCheckout, order: AuditedOrder | undefined): Breach[] {
  const { id, secuconnect } = checkout
  if (secuconnect.disputed > 0) return unless0("disputed", secuconnect.disputed, id)
  const { captured, left } = bookedOn(checkout.payments)
  if (captured === 0) return uncaptured(checkout, order)
  if (left < secuconnect.in) {
    return unequal("money_not_booked", { expected: secuconnect.in, found: left }, id)
  }
  if (left > secuconnect.in) return less(checkout, left)
  return isAlive(order) ? [] : unless0(withoutOrder(order), left, id)
}

/** Money that is there, and that Medusa has not booked. */
function uncaptured({ id, secuconnect }: AuditedCheckout, order?: AuditedOrder): Breach[] {
  const isWanted = isAlive(order) && owedBy(order) >= secuconnect.in
  const code = isWanted ? "money_not_booked" : withoutOrder(isAlive(order) ? undefined : order)
  return code === "money_not_booked"
    ? unequal(code, { expected: secuconnect.in, found: 0 }, id)
    : unless0(code, secuconnect.in, id)
}

function withoutOrder(order: AuditedOrder | undefined): LawCode {
  return order ? "canceled_order_keeps_money" : "money_without_order"
}

/** Booked, and not there: held back, or gone. */
function less({ id, secuconnect }: AuditedCheckout, left: number): Breach[] {
  const isHeld = secuconnect.in + secuconnect.doubtful >= left
  const amounts = { expected: secuconnect.in, found: left }
  return unequal(isHeld ? "money_not_in" : "money_missing", amounts, id)
}

/** Minor units that are outstanding by the order's own total and transactions. */
function owedBy({ total, transactions, currency_code }: AuditedOrder): number {
  const paid = toMinor(
    transactions.map(({ amount }) => amount),
    currency_code,
  )
  return toMinor(total, currency_code) - paid
}

/** What Medusa has of this checkout in major units, against what secuconnect was asked for. */
function amountAsked(checkout: AuditedCheckout, orders: AuditedOrder[]): Breach[] {
  const { id, amount, currency_code } = checkout
  const sessions = orders
    .flatMap(({ collections }) => collections.flatMap((collection) => collection.sessions))
    .filter(({ checkout_id }) => checkout_id === id)
  const [asked] = [...checkout.payments, ...sessions]
  if (!asked) return []
  const expected = toMinor(asked.amount, currency_code)
  if (expected === amount) return []
  const exponents = [0, 2, 3, 4].filter((exponent) => exponent !== isoExponent(currency_code))
  const isShifted = exponents.some((exponent) => rounded(asked.amount, exponent) === amount)
  const code = isShifted ? "currency_exponent" : "amount_asked"
  return unequal(code, { expected, found: amount }, id)
}

/** Of one cart, see `ordered_twice`. */
export function orderedOnce({ orders }: AuditedCase): Breach[] {
  return unequal("ordered_twice", atMostOnce(orders.length))
}

/** What the core must have written down beside each capture and refund. */
export function bookingLaws({ orders }: AuditedCase): Breach[] {
  return orders.flatMap((order) => [
    ...transactionLaw(order),
    ...strayLaw(order),
    ...collectionLaw(order),
  ])
}

/** What the core gives back for a canceled order stands under the payment's id. */
function transactionLaw(order: AuditedOrder): Breach[] {
  const { currency_code, transactions } = order
  return paymentsOf(order).flatMap((payment) => {
    const { id, captures, refunds } = payment
    const ids = new Set([id, ...[...captures, ...refunds].map((booking) => booking.id)])
    const own = transactions.filter(({ reference_id }) => reference_id && ids.has(reference_id))
    const { left } = bookedOn([payment])
    const amounts = own.map(({ amount }) => amount)
    const given = amounts.filter((amount) => MathBN.lt(amount, 0))
    const taken = amounts.filter((amount) => MathBN.gt(amount, 0))
    const found = toMinor(taken, currency_code) + toMinor(given, currency_code)
    return unequal("order_transactions", { expected: left, found })
  })
}

const BOOKED: ReadonlySet<string | null> = new Set(["capture", "refund"])

/** Transactions of a capture or refund that is not there. */
function strayLaw(order: AuditedOrder): Breach[] {
  const ids = new Set(
    paymentsOf(order).flatMap(({ id, captures, refunds }) => {
      return [id, ...[...captures, ...refunds].map((booking) => booking.id)]
    }),
  )
  const stray = order.transactions.filter(({ reference, reference_id }) => {
    return BOOKED.has(reference) && !ids.has(reference_id ?? "")
  })
  return stray.flatMap(({ amount }) =>
    unless0("order_transactions", toMinor(amount, order.currency_code)),
  )
}

function collectionLaw({ collections, currency_code }: AuditedOrder): Breach[] {
  return collections.flatMap(({ payments, captured_amount, refunded_amount }) => {
    const { captured, refunded } = bookedOn(payments)
    const shown = [captured_amount, refunded_amount].map((sum) => toMinor(sum, currency_code))
    const [shownCaptured = 0, shownRefunded = 0] = shown
    return [
      ...unequal("collection_sums", { expected: captured, found: shownCaptured }),
      ...unequal("collection_sums", { expected: refunded, found: shownRefunded }),
    ]
  })
}

function atMostOnce(found: number): { expected: number; found: number } {
  return { expected: Math.min(found, 1), found }
}
