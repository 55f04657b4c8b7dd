import type { Deps } from "../deps"

const HOURS_A_DAY = 24

/**
 * How long a new link is valid. Of an order that came first and waits for its payment, at least until it is
 * cancelled: the page says that it can be paid until then.
 *
 * @param days of a link to any other order
 */
export async function daysOfLink(
  { ledger }: Pick<Deps, "ledger">,
  order_id: string,
  days: number,
): Promise<number> {
  if (!(await ledger.unpaidOrders.waitingOf(order_id))) return days
  const { orderFirstHours } = await ledger.getSettings()
  return Math.max(days, Math.ceil(orderFirstHours / HOURS_A_DAY) + 1)
}
