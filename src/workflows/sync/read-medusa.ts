import type { MedusaOrder, MedusaPayment, MedusaState } from "../../mapping/decide/decision"
import {
  needsOf,
  promisesBeside,
  type OrderMoney,
  type PaymentOfOrder,
} from "../../mapping/decide/order-needs"
import { hasFailed } from "../../mapping/status/lost"
import { readOrderMoney } from "../../medusa/read-order-money"
import { readMedusaState } from "../../medusa/read-session"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withCartLock } from "../locks"
import { takeBackOrder } from "../repair/take-back-order"
import { withAmountDue } from "./amount-due"
import { findOthersOfOrder } from "./others-of-order"

/**
 * What Medusa holds for a checkout, and what its order still needs beside other payments, and what is due
 * from it; null when the session is gone and left no order behind.
 *
 * @throws SecuconnectError when another payment of the order is authorized and cannot be read: one
 *   that has come to nothing must not stand in the way
 */
export async function readMedusa(
  deps: Pick<Deps, "ledger" | "query">,
  checkout: CheckoutRow,
): Promise<MedusaState | null> {
  const state = await readMedusaState(deps.query, checkout, await deps.ledger.now())
  if (!state) return null
  const found = needsCount(checkout, state) ? await withNeeds(deps, checkout, state) : state
  return await withAmountDue(deps, checkout, found)
}

/**
 * The same, where an order that is new to the checkout is there for good: the core makes the order before
 * it reserves stock and authorizes the payment, and deletes it again when either fails. It holds the cart's
 * lock until then. What it should have deleted and did not is taken back here.
 *
 * @throws as `readMedusa` does; MedusaError when the core is not done in time
 */
export async function readPlaced(deps: Deps, checkout: CheckoutRow): Promise<MedusaState | null> {
  const medusa = await readMedusa(deps, checkout)
  if (!medusa?.cart || !medusa.order || checkout.order_id === medusa.order.id) return medusa
  const { id: cart_id } = medusa.cart
  return await withCartLock(deps, cart_id, async () => {
    const placed = await readMedusa(deps, checkout)
    if (!placed?.order || placed.payment) return placed
    const ids = { cart_id, order_id: placed.order.id }
    return (await takeBackOrder(deps, checkout, ids)) ? await readMedusa(deps, checkout) : placed
  })
}

/**
 * A living order whose payment, if it has one, is not captured; or that may have been paid again because that
 * payment's money was not there, or still is not.
 */
function needsCount(checkout: CheckoutRow, { order, payment }: MedusaState): boolean {
  if (order === null || order.canceled) return false
  return payment?.captured !== true || checkout.dispute === "issue_resolved" || hasFailed(checkout)
}

async function withNeeds(
  deps: Pick<Deps, "ledger" | "query">,
  checkout: CheckoutRow,
  { order, payment, ...state }: MedusaState,
): Promise<MedusaState> {
  const money = order && (await readOrderMoney(deps, order.id, checkout))
  const own = money?.payments.find(({ session_id }) => session_id === checkout.payment_session_id)
  if (!money || wasJustCaptured(own, payment)) return { ...state, order, payment }
  return {
    ...state,
    order: { ...order, ...(await readNeeds(deps, checkout, money)) },
    payment: payment && { ...payment, is_withdrawn: own?.is_withdrawn === true },
  }
}

/** Captured between the two reads. */
function wasJustCaptured(own: PaymentOfOrder | undefined, before: MedusaPayment | null): boolean {
  return own?.captured === true && before?.captured !== true
}

async function readNeeds(
  deps: Pick<Deps, "ledger">,
  checkout: CheckoutRow,
  money: OrderMoney,
): Promise<
  Pick<MedusaOrder, "needs" | "has_other_payments" | "waits_for_other" | "waits_for_newer">
> {
  const { payment_session_id: session_id, status } = checkout
  const promises = await withoutDead(deps, promisesBeside(money, session_id))
  const has_captured = money.payments.some(
    (payment) => payment.captured && payment.session_id !== session_id,
  )
  const needs = needsOf(money, { session_id, status: status ?? "open" }, promises)
  return {
    ...(needs === null ? {} : { needs }),
    has_other_payments: has_captured || promises.length > 0,
    ...(await waitsForOther(deps, checkout)),
  }
}

/** Payments that are authorized in Medusa's books only. */
async function withoutDead(
  { ledger }: Pick<Deps, "ledger">,
  promises: PaymentOfOrder[],
): Promise<PaymentOfOrder[]> {
  const ids = promises.flatMap(({ checkout_id }) => checkout_id ?? [])
  if (ids.length === 0) return promises
  const dead = new Set<string>()
  for (const checkout of await ledger.listCheckouts({ id: ids })) {
    const { id, status } = await ledger.refreshUnlessFresh(checkout, "medusa")
    if (status === "failed" || status === "cancelled") dead.add(id)
  }
  return promises.filter(({ checkout_id }) => checkout_id === null || !dead.has(checkout_id))
}

const ASKED: ReadonlySet<CheckoutRow["status"]> = new Set(["failed", "cancelled", "waiting"])

/** Asked for what has failed or waits itself: does the order count on it, or on another one? */
async function waitsForOther(
  { ledger }: Pick<Deps, "ledger">,
  checkout: CheckoutRow,
): Promise<Pick<MedusaOrder, "waits_for_other" | "waits_for_newer">> {
  if (!ASKED.has(checkout.status)) return { waits_for_other: false }
  const others = (await findOthersOfOrder(ledger, checkout)).filter(isWaiting)
  return {
    waits_for_other: others.length > 0,
    waits_for_newer: others.some(({ created_at }) => created_at > checkout.created_at),
  }
}

function isWaiting({ status, waiting_since }: CheckoutRow): boolean {
  return status === "waiting" && waiting_since !== null
}
