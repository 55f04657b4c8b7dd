import type { BigNumberInput } from "@medusajs/framework/types"
import type { Violation } from "./audit-case"
import { toMinor } from "./iso-currency"

const HOUR_MS = 60 * 60_000
/** A day longer than the setting says, so that a scheduled check may be late. */
const LATE_HOURS = 24

/** An order that was placed before it was paid, and that the ledger still waits for. */
export interface WaitingOrder {
  /** Of the ledger's row. */
  id: string
  order_id: string
  placed_at: Date
  status: string
  currency_code: string
  /** What Medusa says is outstanding, major units. */
  pending_difference: BigNumberInput
}

/** Orders that were placed before they were paid, are not, and live on though their time is over. Pure. */
export function overdueOrders(
  waiting: WaitingOrder[],
  { orderFirstHours, now }: { orderFirstHours: number; now: Date },
): Violation[] {
  const latest = now.getTime() - (orderFirstHours + LATE_HOURS) * HOUR_MS
  return waiting
    .filter(({ status, placed_at }) => status !== "canceled" && placed_at.getTime() < latest)
    .map(({ id: reference, order_id, currency_code, pending_difference }) => ({
      ...{ code: "order_first_too_old" as const, reference, order_id, currency_code },
      ...{ expected: 0, found: toMinor(pending_difference, currency_code) },
    }))
    .filter(({ found }) => found > 0)
}
