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
export async function reviewUnpaid(deps: Deps, id: string): Promise<void> {
  let unpaid: UnpaidOrderRow = await deps.ledger.retrieveUnpaidOrder(id)
  try {
    unpaid = await adoptLostOrder(deps, unpaid)
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
  unpaid: UnpaidOrderRow,
  decision: UnpaidOrderDecision,
): Promise<void> {
  if (decision.act === "wait") {
    const { until: due_at, why: problem = null } = decision
    await ledger.unpaidOrders.review(unpaid, { due_at, problem })
  } else if (decision.act === "end") {
    const { reason: ended_reason } = decision
    const end = { due_at: null, problem: null, ended_at: await ledger.now(), ended_reason }
    if (!(await ledger.unpaidOrders.review(unpaid, end))) return
    const { order_id } = unpaid
    logger.info(`secuconnect: ${order_id} waits for its first payment no more: ${ended_reason}`)
  }
}

async function recordProblem(
  { ledger, logger }: Deps,
  unpaid: UnpaidOrderRow,
  { cause, is_passing }: Problem,
): Promise<void> {
  const { order_id } = unpaid
  logger.warn(`secuconnect: ${order_id} is not paid and could not be cancelled: ${cause}`)
  const due_at = new Date((await ledger.now()).getTime() + (is_passing ? SOON_MS : LATER_MS))
  await ledger.unpaidOrders.review(unpaid, { due_at, problem: cause })
}
