import { outcomeOf, type RequestOutcome } from "../../mapping/money/outcome"
import type { CheckoutRow, EventSource, MoneyRequestRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/**
 * Says of requests whose answer got lost what became of them, once secuconnect has been read long
 * after they were sent.
 */
export async function concludeLostRequests(
  { ledger }: Pick<Deps, "ledger">,
  checkout: CheckoutRow,
  source: EventSource,
): Promise<void> {
  if (source !== "schedule" && source !== "admin") return
  for (const request of await ledger.moneyRequests.listLost(checkout.id)) {
    await ledger.moneyRequests.conclude(request, outcomeOfLost(request, checkout))
  }
}

function outcomeOfLost(
  request: MoneyRequestRow,
  { status, effective_amount: effective }: CheckoutRow,
): RequestOutcome {
  const facts = { status, effective, refunds: [], claimed: new Set<string>(), is_under_way: false }
  return outcomeOf(request, facts)
}
