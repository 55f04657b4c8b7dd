import { decideUnpaidOrder, type UnpaidOrderDecision } from "../../mapping/decide/unpaid-order"
import { problemOf, type Problem } from "../../mapping/words/problem"
import type { CheckoutRow, UnpaidOrderRow } from "../../modules/secuconnect/types"
import { cancelOrderUnderLock } from "../booking/cancel-order"
import type { Deps } from "../deps"
import { withOrderMoneyLock } from "../locks"
import { adoptLostOrder } from "./adopt-order"
import { readUnpaid } from "./read-unpaid"

/** What did not work is tried again: soon where it passes by itself. */
const SOON_MS = 10 * 60_000
const LATER_MS = 60 * 60_000

/** Looks what has become of an order that was placed before it was paid, and cancels it when it is time. */
export async function reviewUnpaid(deps: Deps, claimed: UnpaidOrderRow): Promise<void> {
  let unpaid = claimed
  try {
    unpaid = await adoptLostOrder(deps, claimed)
    const { state } = await readUnpaid(deps, unpaid)
    const decision = decideUnpaidOrder(state)
    const isOver = decision.act === "cancel" || decision.act === "close_pages"
    await (isOver ? cancelOverdue(deps, unpaid) : record(deps, unpaid, decision))
  } catch (error) {
    await recordProblem(deps, unpaid, problemOf(error))
  }
}

/**
 * All of it under the order's lock, under which the payment page starts payments, too: what is decided
 * there still holds when the order is cancelled.
 */
async function cancelOverdue(deps: Deps, unpaid: UnpaidOrderRow): Promise<void> {
  const order_id = unpaid.order_id ?? ""
  await withOrderMoneyLock(deps, { order_id, payment_id: null }, async () => {
    const decision = await decideWithClosedPages(deps, unpaid)
    if (decision.act !== "cancel") {
      await record(deps, unpaid, decision)
      return
    }
    const problem = await cancelOrderUnderLock(deps, order_id)
    if (problem) await recordProblem(deps, unpaid, problem)
    else await record(deps, unpaid, { act: "end", reason: "cancelled" })
  })
}

/** @throws SecuconnectError when a page could not be closed: it may just be paid */
async function decideWithClosedPages(
  deps: Deps,
  unpaid: UnpaidOrderRow,
): Promise<UnpaidOrderDecision> {
  const { state, checkouts } = await readUnpaid(deps, unpaid)
  const decision = decideUnpaidOrder(state)
  if (decision.act !== "close_pages") return decision
  for (const checkout of checkouts) await closePage(deps, checkout)
  const after = decideUnpaidOrder((await readUnpaid(deps, unpaid)).state)
  // A page that is open all the same is looked at again.
  return after.act === "close_pages"
    ? { act: "wait", until: new Date(state.now.getTime() + SOON_MS), why: "a payment page is open" }
    : after
}

/** What secuconnect says afterwards counts, and is synced in a moment: somebody may just have paid. */
async function closePage({ ledger }: Deps, checkout: CheckoutRow): Promise<void> {
  if (!isOpen(checkout)) return
  const seen = await ledger.refresh(checkout, "schedule")
  if (isOpen(seen) && seen.stx_id) {
    await ledger.client.smartTransactions.cancel(seen.stx_id)
    await ledger.refresh(seen, "schedule")
  }
  await ledger.checkSoon([checkout.id])
}

function isOpen({ status }: CheckoutRow): boolean {
  return status === null || status === "open"
}

/** Of decisions that change nothing else. */
async function record(
  { ledger, logger }: Deps,
  { id, order_id }: UnpaidOrderRow,
  decision: UnpaidOrderDecision,
): Promise<void> {
  if (decision.act === "wait") {
    const { until: due_at, why: problem = null } = decision
    await ledger.updateUnpaidOrders({ id, due_at, problem })
  } else if (decision.act === "end") {
    const { reason: ended_reason } = decision
    const ended_at = await ledger.now()
    await ledger.updateUnpaidOrders({ id, due_at: null, ended_at, ended_reason, problem: null })
    logger.info(`secuconnect: ${order_id} waits for its first payment no more: ${ended_reason}`)
  }
}

async function recordProblem(
  { ledger, logger }: Deps,
  { id, order_id }: UnpaidOrderRow,
  { cause, is_passing }: Problem,
): Promise<void> {
  logger.warn(`secuconnect: ${order_id} is not paid and could not be cancelled: ${cause}`)
  const due_at = new Date((await ledger.now()).getTime() + (is_passing ? SOON_MS : LATER_MS))
  await ledger.updateUnpaidOrders({ id, due_at, problem: cause })
}
