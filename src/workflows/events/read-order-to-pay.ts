import { needsOf, promisesBeside, type PaymentOfOrder } from "../../mapping/decide/order-needs"
import type { OrderToPay } from "../../mapping/status/transfer-due"
import { readOrderMoney } from "../../medusa/read-order-money"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

type Reading = Pick<Deps, "ledger" | "query">

/**
 * The order of a checkout as it is now, and what it still needs of that checkout; null where there is
 * none. Of other payments the ledger's last reading counts: a page that polls must stay cheap.
 */
export async function readOrderToPay(
  deps: Reading,
  checkout: CheckoutRow,
): Promise<OrderToPay | null> {
  const { order_id, payment_session_id: session_id, status } = checkout
  const money = order_id ? await readOrderMoney(deps, order_id, checkout) : null
  if (!money) return null
  const promises = await withoutDead(deps, promisesBeside(money, session_id))
  const asking = { session_id, status: status ?? "open" }
  return { canceled: money.canceled, needs: needsOf(money, asking, promises) }
}

/**
 * Payments that are authorized in Medusa's books only are left out; of those of ours the ledger's last
 * reading counts.
 */
export async function withoutDead(
  { ledger }: Pick<Deps, "ledger">,
  promises: PaymentOfOrder[],
): Promise<PaymentOfOrder[]> {
  const id = promises.flatMap(({ checkout_id }) => checkout_id ?? [])
  if (id.length === 0) return promises
  const dead = await ledger.listCheckouts({ id, status: ["failed", "cancelled"] })
  const ids = new Set<string | null>(dead.map((checkout) => checkout.id))
  return promises.filter(({ checkout_id }) => !ids.has(checkout_id))
}
