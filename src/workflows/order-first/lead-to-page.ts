import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { SESSION_DELETED } from "../../mapping/decide/decision"
import { currencyExponent } from "../../mapping/words/currency"
import type { Obstacle } from "../../mapping/words/error-codes"
import { problemOf } from "../../mapping/words/problem"
import { readMedusaState } from "../../medusa/read-session"
import type { UnpaidOrderRow } from "../../modules/secuconnect/types"
import { runCompletion, type FailedStep } from "../booking/run-completion"
import { resolveDeps, type Deps } from "../deps"
import { withSessionLock } from "../locks"
import { canBePaid, linkForStorefront } from "../payment-links"
import { whenCartIsFree } from "../repair/when-cart-is-free"
import { adoptOrder } from "./adopt-order"
import { findMade, findWhole } from "./find-whole"

/** Where the shopper pays, or why there is no such page. `language` is the session's. */
export type OrderedFirst =
  | { checkout_url: string; obstacle: null; language: string }
  | { checkout_url: null; obstacle: Obstacle; language: string }

/**
 * Order first: places the order of a payment session, unless it is there already, and leads to its payment
 * page. The session's id is the key, as for every other session.
 *
 * @returns null where the session pays before it orders
 * @throws the core's error where the order cannot be placed; MedusaError (`conflict`, the storefront may try
 *   again) while another process completes the cart
 */
export async function leadToPage(
  container: MedusaContainer,
  payment_session_id: string,
): Promise<OrderedFirst | null> {
  const deps = resolveDeps(container)
  const unpaid = await deps.ledger.unpaidOrders.ofSession(payment_session_id)
  if (!unpaid) return null
  return await withSessionLock(deps, payment_session_id, () => orderAndLead(deps, unpaid))
}

async function orderAndLead(deps: Deps, unpaid: UnpaidOrderRow): Promise<OrderedFirst> {
  const { language } = unpaid
  const refuse = (obstacle: Obstacle) => ({ checkout_url: null, obstacle, language })
  const known = await placedOrder(deps, unpaid)
  const obstacle = known === null ? await placeOrder(deps, unpaid) : null
  if (obstacle) return refuse(obstacle)
  const order_id = known ?? (await findMade(deps, unpaid))
  if (!order_id || !(await canBePaid(deps.container, order_id)))
    return refuse("checkout_already_completed")
  const { url } = await linkForStorefront(deps.container, order_id)
  return { checkout_url: url, obstacle: null, language }
}

/** The order that is there for good: the core deletes one that it cannot place, and holds the cart's lock. */
async function placedOrder(deps: Deps, unpaid: UnpaidOrderRow): Promise<string | null> {
  if ((await findMade(deps, unpaid)) === null) return null
  const cart = { cart_id: unpaid.cart_id, reference: unpaid.id }
  const order_id = await whenCartIsFree(deps, cart, () => findWhole(deps, unpaid))
  if (order_id !== null) await adoptOrder(deps, unpaid, order_id)
  return order_id
}

/** The core authorizes whichever session is there: of one that was replaced nothing is ordered. */
async function placeOrder(deps: Deps, unpaid: UnpaidOrderRow): Promise<Obstacle | null> {
  const { id: reference, amount, currency_code, payment_session_id, cart_id } = unpaid
  const session = {
    ...{ payment_session_id, payment_collection_id: null, cart_id, amount },
    currency_exponent: currencyExponent(currency_code),
  }
  const medusa = await readMedusaState(deps.query, session, await deps.ledger.now())
  if (!medusa || medusa.session_status === SESSION_DELETED) return "checkout_session_gone"
  const [failed] = await runCompletion(deps, { cart_id, reference })
  return failed ? obstacleIn(failed) : null
}

const OBSTACLES = [
  "checkout_amount_changed",
  "checkout_already_paid",
  "checkout_session_gone",
] as const

const coded = z.object({ code: z.enum(OBSTACLES) })

/** @throws what the storefront gets from the core as well */
function obstacleIn({ action, error }: FailedStep): Obstacle {
  const ours = coded.safeParse(error)
  if (ours.success) return ours.data.code
  if (problemOf(error, action).reason === "out_of_stock") return "checkout_out_of_stock"
  throw error
}
