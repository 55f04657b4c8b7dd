import { MathBN } from "@medusajs/framework/utils"
import { bookedOn } from "./booked"
import { unless0, type Breach } from "./breach"
import type { AuditedCase, AuditedCheckout, AuditedItem, AuditedOrder } from "./facts"

const DAY_MS = 24 * 60 * 60_000

/**
 * An invoice whose goods have all left becomes due, unless the report of it is still on its way, or they
 * were paid otherwise.
 */
export function deliveryLaw(
  { id, secuconnect, delivery_reports, payments }: AuditedCheckout,
  { orders, settings, now }: AuditedCase,
): Breach[] {
  const isUnderWay = delivery_reports.some(({ kind, state }) => {
    return kind === "capture" && state === "open"
  })
  if (!settings.reportDelivery || isUnderWay || bookedOn(payments).captured === 0) return []
  const yesterday = now.getTime() - DAY_MS
  return orders.some((order) => hasLeft(order, yesterday))
    ? unless0("delivery_not_reported", secuconnect.unshipped, id)
    : []
}

/** The last of it before that time, and nothing of it is still to be sent. */
function hasLeft({ status, items, shipped_at }: AuditedOrder, time: number): boolean {
  if (status === "canceled" || shipped_at === null || shipped_at.getTime() >= time) return false
  return !items.some(isToBeSent)
}

/**
 * What was collected was never shipped; what came back has been sent before, and what was written off
 * never will be.
 */
function isToBeSent({ quantity, is_sent, ...item }: AuditedItem): boolean {
  const { shipped, delivered, came_back, written_off } = item
  const counts = [shipped, delivered, came_back, written_off]
  return is_sent && counts.every((count) => MathBN.lt(count, quantity))
}
