import type { AuditedCheckout, AuditedOrder, AuditedPayment, Booking } from "./facts"
import { toMinor } from "./iso-currency"

/** What Medusa has booked, minor units; each sum is rounded once. */
export interface Booked {
  captured: number
  refunded: number
  /** Captured and not refunded. */
  left: number
}

/** Payments one by one: each was taken with its own rounding. */
export function bookedOn(payments: AuditedPayment[]): Booked {
  const sums = (of: (payment: AuditedPayment) => Booking[]) =>
    payments.reduce((sum, payment) => sum + sumOf(of(payment), payment.currency_code), 0)
  const captured = sums(({ captures }) => captures)
  const refunded = sums(({ refunds }) => refunds)
  return { captured, refunded, left: captured - refunded }
}

function sumOf(bookings: Booking[], currency_code: string): number {
  return toMinor(
    bookings.map(({ amount }) => amount),
    currency_code,
  )
}

export function paymentsOf(order: AuditedOrder): AuditedPayment[] {
  return order.collections.flatMap(({ payments }) => payments)
}

/** A canceled order wants no money. */
export function isAlive(order: AuditedOrder | undefined): order is AuditedOrder {
  return order !== undefined && order.status !== "canceled"
}

/** Authorized in Medusa and not captured. */
export function isPending({ is_canceled, captures }: AuditedPayment): boolean {
  return !is_canceled && captures.length === 0
}

/** The order that Medusa itself has put the checkout's payment on, or the one that it came with. */
export function orderOf(
  { payments }: AuditedCheckout,
  orders: AuditedOrder[],
): AuditedOrder | undefined {
  const linked = payments.find(({ order_id }) => order_id !== null)?.order_id
  return orders.find(({ id }) => id === linked) ?? orders[0]
}
