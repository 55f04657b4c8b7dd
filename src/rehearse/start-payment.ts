import { z } from "zod"
import { choiceOfProvider } from "../mapping/methods/methods"
import type { CheckoutRow, SecuconnectModuleService } from "../modules/secuconnect/types"
import type { StoreApi } from "./store-api"
import { Trouble } from "./trouble"

const collectionReply = z.object({ payment_collection: z.object({ id: z.string() }) })
const startedReply = z.object({
  payment_collection: z.object({
    payment_sessions: z.array(z.object({ id: z.string(), provider_id: z.string() })),
  }),
})

/** How a method is paid with: by its own provider, or by the one that lets the customer choose. */
export function providerFor(
  provider_ids: readonly string[],
  method: string,
  turn: number,
): string | undefined {
  const fitting = provider_ids.filter((id) => {
    const choice = choiceOfProvider(id)
    return choice === method || choice === "general"
  })
  return fitting[turn % Math.max(fitting.length, 1)]
}

export interface Start {
  cart_id: string
  provider_id: string
  /** How often somebody clicks on "pay". */
  clicks: number
}

/**
 * Starts the payment of a cart, as a storefront does before it sends the shopper away.
 *
 * @returns the ledger's row of the page that can be paid
 */
export async function startPayment(
  api: StoreApi,
  ledger: SecuconnectModuleService,
  { cart_id, provider_id, clicks }: Start,
): Promise<CheckoutRow> {
  const collection = await api.post(collectionReply, "/store/payment-collections", { cart_id })
  const path = `/store/payment-collections/${collection.payment_collection.id}/payment-sessions`
  const body = { provider_id, data: {} }
  const click = () => api.post(startedReply, path, body)
  const asked = await Promise.allSettled(Array.from({ length: clicks }, click))
  // Of two clicks at once one may be refused. Whoever clicks again then is let through.
  const isRefused = asked.every(({ status }) => status === "rejected")
  const { payment_collection } = isRefused ? await click() : succeeded(asked)
  const session = payment_collection.payment_sessions.find((one) => one.provider_id === provider_id)
  return await payableOf(ledger, session?.id ?? "")
}

function succeeded<Value>(all: PromiseSettledResult<Value>[]): Value {
  const [last] = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])).reverse()
  if (last === undefined) throw new Trouble("no_session")
  return last
}

async function payableOf(ledger: SecuconnectModuleService, sessionId: string) {
  const [row] = await ledger.listPayable(sessionId)
  if (!row) throw new Trouble("no_session")
  return row
}
