import type { OrderForBooking } from "../../mapping/books/bookable"
import { notAllowed, refundUnderWay } from "../../mapping/words/errors"
import {
  findPaymentOfOrder,
  readOrderForBooking,
  type PaymentOfOrder,
} from "../../medusa/read-order-for-booking"
import { readUnbooked } from "../../medusa/read-unbooked"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"

/** What is to be done for the core, and what the core has to do afterwards. */
export interface Move<Result> {
  /** "refund" */
  what: string
  /** Why the core will not be able to book it; null when it will. */
  obstacleTo: (order: OrderForBooking) => string | null
  /** What the core has made up its mind about when it calls us: it must not change while we wait. */
  dependsOn?: (order: OrderForBooking) => string
  /** Moves the money. */
  work: (order: PaymentOfOrder | null) => Promise<Result>
}

type Circumstances = Omit<Move<unknown>, "work">

/** The core may be called by a person who waits. Medusa's dashboard waits for ever. */
const WAIT_MS = 25_000

/**
 * Moves money for the core when the core will be able to book it, and when nothing else is being booked
 * on the order. Mostly the order's lock was taken before the core was called; what the shop's own code
 * calls waits here.
 *
 * @throws MedusaError before anything is sent, that says what is in the way and what to do
 */
export async function whenBookable<Result>(
  deps: ProviderDeps,
  { payment_session_id }: CheckoutRow,
  { work, ...move }: Move<Result>,
): Promise<Result> {
  const { query, ledger } = deps
  const money = await findPaymentOfOrder(query, { payment_session_id })
  if (!money) return await work(null)
  const before = await readBookable(deps, money.order_id, move)
  if (await ledger.orderLocks.covers(money)) {
    if (await ledger.orderLocks.hasUnbooked(() => readUnbooked(query, money)))
      throw refundUnderWay()
    return await work(money)
  }
  const { order_id } = money
  const release = await ledger.orderLocks.hold(money, {
    by: "provider",
    wait_ms: WAIT_MS,
    readUnbooked: () => readUnbooked(query, { order_id, payment_id: null }),
  })
  try {
    if ((await readBookable(deps, money.order_id, move)) !== before) throw orderChanged(move)
    return await work(money)
  } finally {
    await release()
  }
}

/**
 * @returns what the core depends on
 * @throws MedusaError when it will not be able to book
 */
async function readBookable(
  { query }: ProviderDeps,
  order_id: string,
  { what, obstacleTo, dependsOn }: Circumstances,
): Promise<string> {
  const order = await readOrderForBooking(query, order_id)
  const obstacle = order && obstacleTo(order)
  if (obstacle) throw nothingSent(what, obstacle)
  return order && dependsOn ? dependsOn(order) : ""
}

function orderChanged({ what }: Circumstances) {
  return nothingSent(what, "The order has changed meanwhile. Look at it, and ask again")
}

function nothingSent(what: string, why: string) {
  return notAllowed(
    `secuconnect: no ${what}, nothing was sent. ${why}.`,
    "secuconnect_money_request_failed",
  )
}
