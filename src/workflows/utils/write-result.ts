import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { nextLook } from "../../mapping/back-off"
import type { Attention, Decision, MedusaView } from "../../mapping/decide"
import { causeOf } from "../../mapping/errors"
import { placesOrder } from "../../mapping/session-status"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import { isStale, readSource } from "./staleness"
import { takePlace } from "./take-place"

export interface Result {
  checkout: CheckoutRow
  decision: Decision
  problem: string | null
  /** Medusa after the decision was carried out. */
  after: MedusaView | null
  source: EventSource
}

/** Writes down what became of a decision: the order, what needs a person, when to look again. */
export async function writeResult(
  container: MedusaContainer,
  result: Result,
): Promise<CheckoutRow> {
  const { checkout, decision, source } = result
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const attention = attentionOf(result)
  const looks = checkout.looks + (source === "clock" ? 1 : 0)
  const updated = await ledger.updateCheckouts({
    id: checkout.id,
    order_id: orderOf(result),
    ...(await staleness(container, result)),
    attention,
    looks,
    due_at: isSettled(result, attention) ? null : nextLook(looks, new Date()),
    ...(decision.act === "forget_cancellation" ? { cancel_requested_at: null } : {}),
  })
  await takePlace(ledger, checkout, updated)
  if (result.problem ?? (attention && attention !== checkout.attention)) {
    await tell(container, result, attention)
  }
  return updated
}

/** Asked once, when the order is new: what was the buyer shown, and what was ordered? */
async function staleness(
  container: MedusaContainer,
  result: Result,
): Promise<{ is_stale?: boolean }> {
  const { checkout, after } = result
  const isNew = checkout.order_id === null && isOrderOurs(result)
  if (!isNew || !after?.order || !after.cart) return {}
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const is_stale = await isStale(container, checkout, await readSource(container, checkout))
    if (is_stale) logger.warn(`secuconnect: ${checkout.reference}: the cart changed meanwhile.`)
    return { is_stale }
  } catch (error) {
    // The order stands; only this remark is missing.
    logger.warn(`secuconnect: ${checkout.reference}: the cart was not compared: ${causeOf(error)}`)
    return {}
  }
}

function orderOf(result: Result): string | null {
  const { checkout, after } = result
  return isOrderOurs(result) ? (after?.order?.id ?? checkout.order_id) : checkout.order_id
}

/** As long as there is no payment, the order is that of the transaction that has promised one. */
function isOrderOurs({ checkout, decision, after }: Result): boolean {
  if (after?.payment) return after.payment.checkout_id === checkout.id
  const hasFailed = decision.act === "report" && decision.attention === "payment_failed"
  return hasFailed || placesOrder(checkout.truth ?? "unknown")
}

/** The core reports success when it gave up, so what counts is what is there now. */
function attentionOf({ checkout, decision, after }: Result): Attention | null {
  if (decision.act === "report") return decision.attention
  const books = decision.act === "complete_cart" || decision.act === "book_capture"
  if (!books || checkout.truth !== "accepted" || isPaid(after)) return null
  return after?.order ? "not_booked" : "paid_without_order"
}

const UNSETTLED: ReadonlySet<Attention | null> = new Set(["paid_without_order", "not_booked"])

/** Nothing can change by itself any more; pushes still wake the checkout up. */
function isSettled(
  { checkout: { truth }, after, problem }: Result,
  attention: Attention | null,
): boolean {
  if (problem !== null || UNSETTLED.has(attention)) return false
  return truth === "failed" || truth === "cancelled" || (truth === "accepted" && isPaid(after))
}

function isPaid(view: MedusaView | null): boolean {
  return view?.payment?.captured === true
}

async function tell(
  container: MedusaContainer,
  { checkout, decision, problem, source }: Result,
  attention: Attention | null,
): Promise<void> {
  const finding = attention ?? `${decision.act}_failed`
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.warn(`secuconnect: ${checkout.reference}: ${finding}${problem ? `: ${problem}` : ""}`)
  const ledger = container.resolve(SECUCONNECT_MODULE)
  await ledger.note(checkout.id, source, { finding, detail: { problem } })
}
