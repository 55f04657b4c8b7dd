import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { choiceOfProvider } from "../methods/methods"
import { toMajorUnits, toMinorUnits } from "../words/currency"
import type { AmountDue } from "../words/payments"
import { lastingProblem, type Problem } from "../words/problem"

/** Medusa's payment of a session. Major units. */
interface BookedPayment {
  payment_session_id?: string | null | undefined
  amount: BigNumberInput
  canceled_at?: Date | null | undefined
  refunds: { amount: BigNumberInput }[]
}

/** A payment session of Medusa's. `amount` in major units. */
export interface CartSession {
  id: string
  provider_id: string
  status: string
  amount: BigNumberInput
  payment?: BookedPayment | null | undefined
}

/** What has to be paid altogether, and all that pays for it. `total` in major units. */
export interface Purchase {
  total: BigNumberInput
  currency_code: string
  /** Of the cart's payment collection. */
  sessions: CartSession[]
  /** Of the order, where there is one: a payment link can have made further ones. */
  payments: BookedPayment[]
}

const PROMISED: ReadonlySet<string> = new Set(["authorized", "captured", "pending_authorization"])
const OPEN: ReadonlySet<string> = new Set(["pending", "requires_more"])

/**
 * Whether a session pays for its cart: it has a payment that is not cancelled. Of another provider
 * its word counts as well; of ours, who pays first.
 */
function paysForCart({ provider_id, status, payment }: CartSession): boolean {
  if (payment) return !payment.canceled_at
  return !isOurs(provider_id) && PROMISED.has(status)
}

/** Whether a session of another provider is still open. */
function isOpenElsewhere(session: CartSession): boolean {
  return !isOurs(session.provider_id) && OPEN.has(session.status) && !paysForCart(session)
}

function isOurs(provider_id: string): boolean {
  return choiceOfProvider(provider_id) !== null
}

/** A session, and what its payment brings in minor units. */
interface OwnSession {
  id: string
  amount: number
}

/**
 * What is due from one session: the total less what other sessions and payments pay. Open sessions of
 * other providers count only where the shop has split the cart on purpose.
 */
export function amountDue(own: OwnSession, purchase: Purchase): AmountDue {
  const left = leftFor(own, purchase)
  const { currency_code } = purchase
  return { amount: isSplit(own, purchase) ? own.amount : left, currency_code }
}

/** What is left of the total for a session and those that are still open. Minor units. */
function leftFor(own: OwnSession, { total, currency_code, sessions, payments }: Purchase): number {
  const others = sessions.filter(({ id }) => id !== own.id)
  const known = new Set(sessions.map(({ id }) => id))
  const beside = payments.filter(
    ({ payment_session_id: id, canceled_at }) =>
      !canceled_at && id !== own.id && !known.has(id ?? ""),
  )
  const paid = [...others.filter(paysForCart).map(paidBy), ...beside.map(leftOf)]
  return toMinorUnits(MathBN.sub(total, MathBN.sum(0, ...paid)), currency_code)
}

/** Whether all amounts together, those of open sessions of other providers too, make exactly the total. */
function isSplit(own: OwnSession, purchase: Purchase): boolean {
  const open = purchase.sessions.filter(isOpenElsewhere).map(({ amount }) => amount)
  if (open.length === 0) return false
  const sum = toMinorUnits(MathBN.sum(0, ...open), purchase.currency_code)
  return own.amount + sum === leftFor(own, purchase)
}

/**
 * Whether a session stands in the way of another one whose payment is there: the core authorizes the
 * first that it could. Not what pays for the cart, nor a part of a cart that is split on purpose.
 */
export function isClosable(session: CartSession, own: OwnSession, purchase: Purchase): boolean {
  if (session.id === own.id || paysForCart(session)) return false
  if (!OPEN.has(session.status) && !PROMISED.has(session.status)) return false
  return isOurs(session.provider_id) || !isSplit(own, purchase)
}

/**
 * The session that took the place of one that is gone: of ours, still open, over the same amount.
 *
 * @param amount what the payment of the one that is gone brings, minor units
 */
export function heirOf(amount: number, { sessions, currency_code }: Purchase): CartSession | null {
  const isHeir = (session: CartSession) =>
    isOurs(session.provider_id) &&
    OPEN.has(session.status) &&
    !session.payment &&
    toMinorUnits(session.amount, currency_code) === amount
  return sessions.find(isHeir) ?? null
}

function paidBy({ amount, payment }: CartSession): BigNumberInput {
  return payment ? leftOf(payment) : amount
}

function leftOf({ amount, refunds }: BookedPayment): BigNumberInput {
  return MathBN.sub(amount, MathBN.sum(0, ...refunds.map((refund) => refund.amount)))
}

/** A payment, and what is left of it after refunds. Minor units. */
interface Paid extends AmountDue {
  effective_amount?: number | null
}

/** Whether a payment brings what is due; what was paid too much may have been refunded since. */
export function meets(due: AmountDue, { amount, currency_code, effective_amount }: Paid): boolean {
  const isSame = due.amount === amount || due.amount === effective_amount
  return isSame && due.currency_code.toLowerCase() === currency_code.toLowerCase()
}

/** Both sums in one line, for the history and the log. */
export function bothSums(paid: AmountDue, due: AmountDue): string {
  return `${inWords(paid)} paid, ${inWords(due)} due`
}

function inWords({ amount, currency_code }: AmountDue): string {
  return `${String(toMajorUnits(amount, currency_code))} ${currency_code.toUpperCase()}`
}

/** The same as a problem that does not pass; null where what was paid is what was due. */
export function sumsProblem(paid: AmountDue, due: AmountDue | null): Problem | null {
  return due && lastingProblem(bothSums(paid, due))
}
