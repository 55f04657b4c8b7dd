import { decideUnpaidOrder, type UnpaidOrderDecision } from "../../mapping/decide/unpaid-order"
import { problemOf, type Problem } from "../../mapping/words/problem"
import type { UnpaidOrderRow } from "../../modules/secuconnect/types"
import { cancelUnpaidOrder } from "../booking/cancel-unpaid-order"
import type { Deps } from "../deps"
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

async function cancelOverdue(deps: Deps, unpaid: UnpaidOrderRow): Promise<void> {
  const { reason, problem } = await cancelUnpaidOrder(deps, unpaid.order_id ?? "")
  await (problem
    ? recordProblem(deps, unpaid, problem)
    : record(deps, unpaid, { act: "end", reason }))
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
