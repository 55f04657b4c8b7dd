import { moneyRequestFailed, moneyRequestUnclear } from "../../../mapping/words/errors"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import { isOutcomeUnknown, type PaymentTransaction } from "../../../secuconnect"
import type { ProviderDeps } from "../deps"
import { claimedBy, readRefundFacts } from "./read-refund-facts"

/**
 * Sends a request that is written down, once. After an unclear answer it reads what is true.
 *
 * @throws MedusaError with cause and support id when the money was not given back. Unclear and not
 *   found may still be carried out: the row then stays open for whoever asks next.
 */
export async function sendRefund(deps: ProviderDeps, request: MoneyRequestRow): Promise<void> {
  const { moneyRequests, client } = deps.ledger
  const { target_id, amount, reason } = request
  const sent = await moneyRequests.send(request, {
    call: () =>
      client.payments.cancel(target_id, {
        reduce_amount_by: amount,
        ...(reason ? { reason } : {}),
      }),
    refundIn: (answer) => refundIn(answer, request),
    read: (failure) => readAfterFailure(deps, request, failure),
  })
  if (sent.ok || sent.outcome === "done") return
  throw isOutcomeUnknown(sent.failure)
    ? moneyRequestUnclear("the refund", sent.failure)
    : moneyRequestFailed("the refund", sent.failure)
}

/** The refund in an answer: the payment itself stands in it too, in no certain order. */
export function refundIn(
  answer: PaymentTransaction[],
  { target_id }: Pick<MoneyRequestRow, "target_id">,
): string | null {
  return answer.find(({ id, amount }) => id !== target_id && (amount ?? -1) < 0)?.id ?? null
}

/** One time limit for all of it: whoever asks next relies on when this call has ended. */
async function readAfterFailure(deps: ProviderDeps, request: MoneyRequestRow, failure: unknown) {
  if (!isOutcomeUnknown(failure)) return null
  const { timeoutMs } = await deps.ledger.getSettings()
  const signal = AbortSignal.timeout(timeoutMs)
  const claimed = claimedBy(await deps.ledger.moneyRequests.list(request.checkout_id))
  return await readRefundFacts(deps, request, { claimed, signal })
}
