import type { BigNumberInput } from "@medusajs/framework/types"
import { needsOf, promisesBeside } from "../../mapping/decide/order-needs"
import { isPromisedElsewhere, MANUAL_PROVIDER } from "../../mapping/decide/promised-elsewhere"
import { toMajorUnits, toMinorUnits } from "../../mapping/words/currency"
import { readComingBack, readOrderMoney } from "../../medusa/read-order-money"
import {
  readPayableOrder,
  type CollectionOfOrder,
  type PayableOrder,
} from "../../medusa/read-payable-order"
import type { Deps } from "../deps"
import { withoutDead } from "../events/read-order-to-pay"

/** An order, and what is to be paid for it as things stand. */
export interface OpenOrder {
  order: PayableOrder
  /**
   * What Medusa leaves to pay, less what is authorized, and less what it expects back from returns that
   * were asked for: minor units; null where nobody knows. A transfer that is waited for counts as nothing:
   * it may be paid otherwise.
   */
  open: number | null
  /** The same as Medusa keeps it, major units and unrounded. */
  exact: BigNumberInput
  /** Another payment provider waits for money of it: nobody is asked for more until that is decided. */
  is_promised_elsewhere: boolean
}

type Reading = Pick<Deps, "ledger" | "query">

/** Null when there is no such order. */
export async function readOpenOrder(deps: Reading, order_id: string): Promise<OpenOrder | null> {
  const [order, money, comingBack] = await Promise.all([
    readPayableOrder(deps.query, order_id),
    readOrderMoney(deps, order_id),
    readComingBack(deps.query, order_id),
  ])
  if (!order || !money) return null
  const manual = manualPayments(order)
  const beside = promisesBeside(money, NOBODY).filter(({ id }) => !manual.has(id))
  const promises = await withoutDead(deps, beside)
  const needed = needsOf(money, { session_id: NOBODY, status: "open" }, promises)
  const open = needed === null ? null : needed - comingBack
  const is_promised_elsewhere = order.payment_collections.some(holdsPromise)
  return { order, open, exact: exactOf(order, open), is_promised_elsewhere }
}

/** Whether another payment provider waits for money in it. A session that is started there would delete its own. */
export function holdsPromise({ payment_sessions }: CollectionOfOrder): boolean {
  return payment_sessions.some(isPromisedElsewhere)
}

/** A session that no payment has. */
const NOBODY = ""

function manualPayments({ payment_collections }: PayableOrder): Set<string> {
  const payments = payment_collections.flatMap((collection) => collection.payments)
  const manual = payments.filter(({ provider_id }) => provider_id === MANUAL_PROVIDER)
  return new Set(manual.map(({ id }) => id))
}

/** Medusa's own number where that is what is open, so that its books come to nothing in the end. */
function exactOf({ summary, currency_code }: PayableOrder, open: number | null): BigNumberInput {
  const pending = summary?.raw_pending_difference ?? summary?.pending_difference
  if (open === null) return 0
  if (pending != null && toMinorUnits(pending, currency_code) === open) return pending
  return toMajorUnits(open, currency_code)
}
