import type { MedusaContainer } from "@medusajs/framework/types"
import { SECUCONNECT_MODULE } from "../../modules/secuconnect"
import type { CheckoutRow, EventSource, MoneyRequestRow } from "../../modules/secuconnect/types"

/** Until then a request whose answer got lost is the merchant's to repeat. */
const OLD_MS = 10 * 60_000

/**
 * Says of requests whose answer got lost what became of them, once the truth has been read long
 * after they were sent.
 */
export async function closeOldRequests(
  container: MedusaContainer,
  checkout: CheckoutRow,
  source: EventSource,
): Promise<void> {
  if (source !== "schedule" && source !== "admin") return
  const ledger = container.resolve(SECUCONNECT_MODULE)
  const old = await ledger.listMoneyRequests({
    checkout_id: checkout.id,
    state: "open",
    created_at: { $lt: new Date(Date.now() - OLD_MS) },
  })
  if (old.length === 0) return
  await ledger.updateMoneyRequests(
    old.map((request) => ({ id: request.id, state: stateOf(request, checkout) })),
  )
}

function stateOf(
  { kind, amount, amount_before }: MoneyRequestRow,
  { status, effective_amount }: CheckoutRow,
): MoneyRequestRow["state"] {
  if (kind === "capture") return status === "accepted" ? "done" : "refused"
  if (kind === "cancel") return status === "cancelled" ? "done" : "refused"
  return effective_amount !== null && effective_amount <= amount_before - amount
    ? "done"
    : "refused"
}
