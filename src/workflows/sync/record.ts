import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { attentionOf } from "../../mapping/decide/attention"
import { toAttention, type Attention } from "../../mapping/words/findings"
import { wasRefunded } from "../../mapping/views/outcome"
import { nextDue } from "../../mapping/decide/next-due"
import { isActive } from "../../mapping/decide/decision"
import { placesOrder } from "../../mapping/status/session-status"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { recordStandingEvents } from "../events/record-standing-events"
import type { Result } from "../events/result"
import { findCartChange } from "./cart-changed"
import { supersedeOthers } from "./supersede-others"
import { waitingOf } from "./waiting"

/**
 * Writes down what became of a decision: the events that follow, the order, what needs a person,
 * when to look again. The events first: a crash in between then finds them again.
 */
export async function record(container: MedusaContainer, result: Result): Promise<CheckoutRow> {
  const { checkout, decision, source } = result
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const attention = attentionOf(settlementOf(result))
  const checks = checkout.checks + (source === "schedule" ? 1 : 0)
  const found = { ...checkout, ...orderOf(result), attention }
  const news: CheckoutRow = {
    ...found,
    ...(await waitingOf(container, { ...result, checkout: found })),
  }
  await recordStandingEvents(container, { ...result, checkout: news })
  const updated = await ledger.updateCheckouts({
    id: checkout.id,
    order_id: news.order_id,
    order_display_id: news.order_display_id,
    attention,
    waiting_since: news.waiting_since,
    reminded_at: news.reminded_at,
    ...(await staleness(container, result)),
    checks,
    due_at: dueAt({ ...result, checkout: news }, checks),
    ...(decision.act === "forget_cancellation" ? { cancel_requested_at: null } : {}),
  })
  await supersedeOthers(ledger, checkout, updated)
  if (result.problem ?? (attention && attention !== checkout.attention)) {
    await tell(container, result, attention)
  }
  await tellRefunded(container, updated, source)
  return updated
}

/** Money that the core gave back by itself because completing the cart failed. */
async function tellRefunded(
  container: MedusaContainer,
  checkout: CheckoutRow,
  source: EventSource,
): Promise<void> {
  const { id, reference, status, order_id } = checkout
  if (status !== "cancelled" || order_id || !wasRefunded(checkout)) return
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const finding = "refunded_without_order"
  const known = await ledger.listCheckoutEvents({ checkout_id: id, finding }, { take: 1 })
  if (known.length > 0) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`secuconnect: ${reference}: the money was given back, there is no order.`)
  await ledger.note(id, source, { finding })
}

function settlementOf({ checkout, decision, problem, after }: Result) {
  const attention = toAttention(checkout.attention)
  return { status: checkout.status, attention, decision, problem, after }
}

function dueAt(result: Result, checks: number): Date | null {
  const { checkout, settings: patience } = result
  const settlement = settlementOf(result)
  const { attention } = settlement
  return nextDue({ checkout, checks, settlement, attention, patience, now: new Date() })
}

/** Asked once, when the order is new: what was the buyer shown, and what was ordered? */
async function staleness(
  container: MedusaContainer,
  result: Result,
): Promise<{ cart_changed?: boolean }> {
  const { checkout, after } = result
  const isNew = checkout.order_id === null && isOrderOurs(result)
  return isNew && after?.order && after.cart ? await findCartChange(container, checkout) : {}
}

function orderOf(result: Result): Pick<CheckoutRow, "order_id" | "order_display_id"> {
  const { order_id, order_display_id } = result.checkout
  const order = isOrderOurs(result) ? result.after?.order : null
  return order
    ? { order_id: order.id, order_display_id: order.display_id ?? order_display_id }
    : { order_id, order_display_id }
}

/** As long as there is no payment, the order is that of the transaction that has promised one. */
function isOrderOurs({ checkout, decision, after }: Result): boolean {
  if (after?.payment) return after.payment.checkout_id === checkout.id
  const hasFailed = decision.act === "report" && decision.attention === "payment_failed"
  return hasFailed || placesOrder(checkout.status ?? "unknown")
}

async function tell(
  container: MedusaContainer,
  { checkout, decision, problem, source }: Result,
  attention: Attention | null,
): Promise<void> {
  const finding = attention ?? (isActive(decision) ? (`${decision.act}_failed` as const) : null)
  if (!finding) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`secuconnect: ${checkout.reference}: ${finding}${problem ? `: ${problem}` : ""}`)
  const ledger = container.resolve(SECUCONNECT_MODULE)
  await ledger.note(checkout.id, source, { finding, detail: { problem } })
}
