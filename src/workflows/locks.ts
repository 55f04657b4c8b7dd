import { Modules } from "@medusajs/framework/utils"
import { readUnbooked } from "../medusa/read-unbooked"
import type { OrderMoney } from "../modules/secuconnect/types"
import type { Deps } from "./deps"

/**
 * Every lock that the plugin takes, on all servers. `execute` keeps a lock for exactly as long as the
 * work runs, also when the caller has stopped waiting for it, and gives it back when the work fails.
 *
 * Only two are taken while another one is held: within a checkout's lock that of an order's money and
 * that of a cart. So the order is checkout, then order's money, then cart. That of a session, which is taken first
 * of all, may be around that of its cart. The provider takes that of an order's money at most, because Medusa
 * calls it while holding the cart's lock.
 *
 * @param prefix of the lock's name, which an id follows; empty for a lock that is Medusa's own
 * @param wait_s how long others wait for it, in seconds; after that they throw
 */
const lock =
  (prefix: `secuconnect:${string}:` | "", wait_s: number) =>
  <Result>(
    { container }: Pick<Deps, "container">,
    id: string,
    work: () => Promise<Result>,
  ): Promise<Result> =>
    container.resolve(Modules.LOCKING).execute(`${prefix}${id}`, work, { timeout: wait_s })

/** One sync of a checkout at a time. The sync's own deadline of 20 s ends the waiting earlier. */
export const withCheckoutLock = lock("secuconnect:checkout:", 25)

/** Two tabs that leave for the payment page at once get the same Smart Transaction. */
export const withSessionLock = lock("secuconnect:session:", 25)

/** The starts of one payment collection, which the storefront asks for. */
export const withStartLock = lock("secuconnect:start:", 15)

/** Below the sync's deadline. */
const ORDER_MONEY_MS = 15_000

/**
 * Whatever lets the core write an order's money happens one after the other, a merchant's click too:
 * Medusa counts two at once double. This one lies in the ledger, because the provider looks at it too,
 * and what was sent is waited for until it is booked.
 *
 * @param money its `payment_id` null: of all that the order has
 * @throws MedusaError when others are not done in time
 */
export async function withOrderMoneyLock<Result>(
  { ledger, query }: Pick<Deps, "ledger" | "query">,
  money: OrderMoney,
  work: () => Promise<Result>,
): Promise<Result> {
  const { order_id } = money
  const release = await ledger.orderLocks.hold(money, {
    by: "plugin",
    wait_ms: ORDER_MONEY_MS,
    readUnbooked: () => readUnbooked(query, { order_id, payment_id: null }),
  })
  try {
    return await work()
  } finally {
    await release()
  }
}

/**
 * The cart's own lock, which Medusa takes too when it completes the cart: of two authorizations at
 * once it takes one back at secuconnect. In it is also marked what is given back or cancelled without an
 * order, so that none is placed just then. The time is below the sync's deadline.
 */
export const withCartLock = lock("", 15)

/** What an order still has to report is planned once: of two last shipments only one is the last. */
export const withDeliveryLock = lock("secuconnect:delivery:", 20)

/** The open reports of a checkout are sent by one only. Longer than one call to secuconnect takes. */
export const withDeliveryReportsLock = lock("secuconnect:delivery-reports:", 60)

/** Two people may switch a region's methods at once: each change is made on what the other left. */
export const withRegionLock = lock("secuconnect:region:", 10)

/** Two clicks that send the customer a payment link send one. The mail provider may take its time. */
export const withLinkMailLock = lock("secuconnect:link-mail:", 30)
