import type { CheckoutStatus } from "../status/status"

/** A payment of an order in Medusa's books. Amounts in minor units. */
export interface PaymentOfOrder {
  id: string
  session_id: string | null
  /** Ours have one; those of other providers do not. */
  checkout_id: string | null
  created_at: Date
  amount: number
  captured: boolean
  canceled: boolean
  /** Captured, and not among the order's transactions yet: the core writes them one after the other. */
  unbooked: number
  /** Given back, as far as Medusa knows. */
  refunded: number
  /** Its collection was cancelled: an edit of the order has put another in its place. */
  is_withdrawn: boolean
}

/** What an order costs and has. Amounts in minor units. */
export interface OrderMoney {
  /** The order, as people know it. */
  number: string
  currency_code: string
  canceled: boolean
  /** What its transactions leave to pay; null where Medusa does not say. */
  outstanding: number | null
  /** What it expects back from returns that were asked for, and leaves in `outstanding` until they arrive. */
  coming_back: number
  payments: PaymentOfOrder[]
}

/**
 * The same where captured money that is lost counts as none: the order wants it once more. Medusa's books keep
 * it until secuconnect says how that has ended, and then until it was paid otherwise.
 *
 * @param lost ids of checkouts, see `isLost`
 */
export function withoutLost(money: OrderMoney, lost: readonly string[]): OrderMoney {
  const ids = new Set<string | null>(lost)
  const payments = money.payments.filter(
    ({ checkout_id, captured }) => captured && ids.has(checkout_id),
  )
  const missing = payments.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0)
  const { outstanding } = money
  return outstanding === null ? money : { ...money, outstanding: outstanding + missing }
}

/** What the order still has to get in, where only captured money counts; null where nobody knows. */
export function unpaidOf(money: OrderMoney): number | null {
  const left = leftOf(money)
  return left === null ? null : unlessReturned(money, left)
}

function leftOf({ outstanding, payments }: OrderMoney): number | null {
  if (outstanding === null) return null
  return payments.reduce((left, { unbooked }) => left - unbooked, outstanding)
}

/**
 * Once the difference of an exchange is paid nothing is open, though Medusa asks for all that the new
 * goods cost until the old ones are back. Where more is open than that, a payment of the whole counts:
 * it may have been started before the return was asked for.
 */
function unlessReturned({ coming_back }: OrderMoney, left: number): number {
  return left <= coming_back ? left - coming_back : left
}

/** Payments of other sessions that are authorized and may still be captured. */
export function promisesBeside({ payments }: OrderMoney, session_id: string): PaymentOfOrder[] {
  return payments.filter(
    (payment) =>
      payment.session_id !== session_id &&
      !payment.captured &&
      !payment.canceled &&
      !payment.is_withdrawn,
  )
}

/** The checkout whose need is asked for. */
interface Asking {
  session_id: string
  status: CheckoutStatus
}

/**
 * What an order still needs of one checkout: authorized money of other payments counts as money. Of
 * two that are authorized the older one counts, so that one of them is left; one that has failed
 * goes after all, and money that is in before all. Where it is captured itself, money alone counts.
 *
 * @param promises of others, without those that have come to nothing
 * @returns minor units; null where nobody knows
 */
export function needsOf(
  money: OrderMoney,
  { session_id, status }: Asking,
  promises: PaymentOfOrder[],
): number | null {
  const left = leftOf(money)
  if (left === null) return null
  const needs = (others: PaymentOfOrder[]) => unlessReturned(money, left - sum(others))
  const own = money.payments.find((payment) => payment.session_id === session_id)
  if (own?.captured) return needs([])
  const hasFailed = status === "failed" || status === "cancelled"
  if (!own || hasFailed) return needs(promises)
  if (status === "accepted") return needs([])
  return needs(promises.filter((promise) => isBefore(promise, own)))
}

function isBefore(one: PaymentOfOrder, other: PaymentOfOrder): boolean {
  const difference = one.created_at.getTime() - other.created_at.getTime()
  return difference === 0 ? one.id < other.id : difference < 0
}

function sum(payments: PaymentOfOrder[]): number {
  return payments.reduce((total, { amount }) => total + amount, 0)
}
