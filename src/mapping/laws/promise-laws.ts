import { bookedOn, isAlive, isPending, orderOf, paymentsOf } from "./booked"
import type {
  AuditedCase,
  AuditedCheckout,
  AuditedCollection,
  AuditedOrder,
  AuditSettings,
} from "./facts"
import { toMinor } from "./iso-currency"
import { unequal, unless0, type Breach } from "./breach"

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Whether what was authorized, or is waited for, is there and is wanted. */
export function promiseLaws(audited: AuditedCase): Breach[] {
  const { orders } = audited
  return [
    ...audited.checkouts.flatMap((checkout) => [
      ...belongs(checkout, orderOf(checkout, orders)),
      ...authorizationIsThere(checkout, orderOf(checkout, orders)),
      ...isBooked(checkout, orderOf(checkout, orders)),
      ...isInTime(checkout, orderOf(checkout, orders), audited),
    ]),
    ...orders.filter(isAlive).flatMap((order) => {
      const checkouts = checkoutsOf(order, audited)
      return [...awaitedIsThere(order, checkouts), ...isNeeded(order, checkouts)]
    }),
  ]
}

/** The checkouts of one of the case's orders. */
export function checkoutsOf(
  order: AuditedOrder,
  { checkouts, orders }: AuditedCase,
): AuditedCheckout[] {
  return checkouts.filter((checkout) => orderOf(checkout, orders)?.id === order.id)
}

/** Minor units that are promised at secuconnect, and at other providers by what Medusa says. */
export function promisedFor(order: AuditedOrder, checkouts: AuditedCheckout[]): number {
  const elsewhere = paymentsOf(order)
    .filter(({ provider_id }) => !isOurs(provider_id))
    .filter(isPending)
    .reduce((sum, payment) => sum + toMinor(payment.amount, payment.currency_code), 0)
  return checkouts.reduce((sum, { secuconnect }) => sum + secuconnect.promised, elsewhere)
}

/** Medusa puts `pp_` before the provider's name. */
function isOurs(provider_id: string): boolean {
  return provider_id.startsWith("pp_secuconnect")
}

function belongs({ id, secuconnect }: AuditedCheckout, order: AuditedOrder | undefined): Breach[] {
  return isAlive(order) ? [] : unless0("promise_without_order", secuconnect.promised, id)
}

/** Medusa's payment is authorized and not captured; money that is in already is another law's. */
function authorizationIsThere(checkout: AuditedCheckout, order?: AuditedOrder): Breach[] {
  const { id, amount, payments, secuconnect } = checkout
  const isThere = secuconnect.promised + secuconnect.in + secuconnect.disputed > 0
  if (isThere || !isAlive(order) || !payments.some(isPending)) return []
  return unequal("promise_missing", { expected: amount, found: 0 }, id)
}

/** What is authorized can be taken at will: Medusa must know of it. What is awaited is no payment yet. */
function isBooked({ id, payments, secuconnect }: AuditedCheckout, order?: AuditedOrder): Breach[] {
  const authorized = secuconnect.promised - secuconnect.awaited
  const isThere = payments.some(({ is_canceled }) => !is_canceled)
  return isThere || !isAlive(order) ? [] : unless0("promise_not_booked", authorized, id)
}

/**
 * Medusa shows "awaiting" for a collection whose session waits. An order that came first may wait for a
 * payment that nobody has begun: how long is another law's.
 */
function awaitedIsThere(order: AuditedOrder, checkouts: AuditedCheckout[]): Breach[] {
  if (order.is_order_first) return []
  return order.collections.filter(isOursAwaiting).flatMap(({ amount }) => {
    const can = checkouts.some(({ secuconnect }) => {
      return secuconnect.promised + secuconnect.in + secuconnect.disputed > 0
    })
    const expected = toMinor(amount, order.currency_code)
    return can ? [] : unequal("promise_missing", { expected, found: 0 })
  })
}

function isOursAwaiting({ status, sessions }: AuditedCollection): boolean {
  const waitsElsewhere = sessions.some((session) => {
    return !isOurs(session.provider_id) && session.status === "pending_authorization"
  })
  return status === "awaiting" && !waitsElsewhere
}

/**
 * A promise on top of what was paid must not be more than the order is worth. Of several transfers that
 * it waits for each may be the one that comes: the others are then cancelled.
 */
function isNeeded(order: AuditedOrder, checkouts: AuditedCheckout[]): Breach[] {
  const awaited = checkouts.map(({ secuconnect }) => secuconnect.awaited)
  const all = awaited.reduce((sum, amount) => sum + amount, 0)
  const promised = promisedFor(order, checkouts) - all + Math.max(0, ...awaited)
  const expected = toMinor(order.total, order.currency_code)
  const found = bookedOn(paymentsOf(order)).left - missingOf(checkouts) + promised
  const isOverOwnPromises = checkouts.some(({ secuconnect }) => secuconnect.promised > 0)
  return isOverOwnPromises && found > expected
    ? unequal("promise_not_needed", { expected, found })
    : []
}

/** Booked, and not at secuconnect: another law tells of it, and whoever promises may be paying it again. */
function missingOf(checkouts: AuditedCheckout[]): number {
  return checkouts.reduce((sum, { payments, secuconnect }) => {
    return sum + Math.max(0, bookedOn(payments).left - secuconnect.in)
  }, 0)
}

/** A day longer than the settings say, so that a scheduled check may be late. */
function isInTime(
  { id, secuconnect, ...checkout }: AuditedCheckout,
  order: AuditedOrder | undefined,
  { settings, now }: AuditedCase,
): Breach[] {
  const ends = isAlive(order) ? endOfWaiting(checkout, settings) : endOfKeeping(checkout, settings)
  const isLate = ends !== null && now.getTime() > ends + DAY_MS
  return isLate ? unless0("promise_too_old", secuconnect.promised, id) : []
}

function endOfWaiting(
  { waiting_since }: Pick<AuditedCheckout, "waiting_since">,
  { prepaymentExpiryDays }: AuditSettings,
): number | null {
  if (prepaymentExpiryDays === undefined || waiting_since === null) return null
  return waiting_since.getTime() + prepaymentExpiryDays * DAY_MS
}

function endOfKeeping(
  { created_at }: Pick<AuditedCheckout, "created_at">,
  { abandonAfterHours }: AuditSettings,
): number {
  return created_at.getTime() + abandonAfterHours * HOUR_MS
}
