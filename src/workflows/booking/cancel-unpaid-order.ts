import { decideOverdueOrder, type OverdueDecision } from "../../mapping/decide/overdue-order"
import {
  lastingProblem,
  passingProblem,
  problemOf,
  type Problem,
} from "../../mapping/words/problem"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { withOrderMoneyLock } from "../locks"
import { cancelOrderUnderLock } from "./cancel-order"
import { readUnpaidOrder } from "./read-unpaid-order"

/** Why nobody waits for the order's money any more, or what has kept it from being cancelled. */
export type UnpaidOrderEnd =
  { reason: "cancelled" | "paid" | "transfer"; problem: null } | { reason: null; problem: Problem }

/**
 * Cancels an order that nobody has paid in time; nothing else in the plugin cancels orders. Whatever is paid for
 * it, or may just be paid, lets it live. All of it under the order's lock, under which the payment page starts
 * payments, too: what is decided there still holds when the order is cancelled. No checkout's lock is taken.
 */
export async function cancelUnpaidOrder(deps: Deps, order_id: string): Promise<UnpaidOrderEnd> {
  try {
    const work = () => cancelUnderLock(deps, order_id)
    return await withOrderMoneyLock(deps, { order_id, payment_id: null }, work)
  } catch (error) {
    return keptBy(problemOf(error))
  }
}

async function cancelUnderLock(deps: Deps, order_id: string): Promise<UnpaidOrderEnd> {
  const decision = await decideWithClosedPages(deps, order_id)
  switch (decision.act) {
    case "end":
      return { reason: decision.reason, problem: null }
    case "wait": {
      const { why, is_passing } = decision
      return keptBy(is_passing ? passingProblem(why) : lastingProblem(why))
    }
    case "close_pages":
      return keptBy(passingProblem("a payment page is open"))
    case "cancel": {
      const problem = await cancelOrderUnderLock(deps, order_id)
      return problem === null ? { reason: "cancelled", problem } : keptBy(problem)
    }
  }
}

function keptBy(problem: Problem): UnpaidOrderEnd {
  return { reason: null, problem }
}

/** @throws SecuconnectError when a page could not be closed: it may just be paid */
async function decideWithClosedPages(deps: Deps, order_id: string): Promise<OverdueDecision> {
  const { decision, checkouts } = await decideNow(deps, order_id)
  if (decision.act !== "close_pages") return decision
  for (const checkout of checkouts) await closePage(deps, checkout)
  return (await decideNow(deps, order_id)).decision
}

async function decideNow(deps: Deps, order_id: string) {
  const { order, payments, checkouts } = await readUnpaidOrder(deps, order_id)
  const decision: OverdueDecision = order
    ? decideOverdueOrder(order, payments)
    : { act: "wait", why: "there is no such order any more", is_passing: true }
  return { decision, checkouts }
}

/** What secuconnect says afterwards counts, and is synced in a moment: somebody may just have paid. */
async function closePage({ ledger }: Deps, checkout: CheckoutRow): Promise<void> {
  if (!isOpen(checkout)) return
  const seen = await ledger.refresh(checkout, "schedule")
  if (isOpen(seen) && seen.stx_id) {
    const { stx_id } = seen
    const refused = await refusalOf(() => ledger.client.smartTransactions.cancel(stx_id))
    const closed = await ledger.refresh(seen, "schedule")
    if (refused !== null && isOpen(closed)) throw refused.error
  }
  await ledger.checkSoon([checkout.id])
}

/** Who has paid on a page that was still open a moment ago is why it cannot be cancelled. */
async function refusalOf(cancel: () => Promise<unknown>): Promise<{ error: unknown } | null> {
  return await cancel().then(
    () => null,
    (error: unknown) => ({ error }),
  )
}

function isOpen({ status }: CheckoutRow): boolean {
  return status === null || status === "open"
}
