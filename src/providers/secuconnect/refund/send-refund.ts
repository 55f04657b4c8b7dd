import { moneyRequestFailed, moneyRequestUnclear } from "../../../mapping/words/errors"
import type { RefundOutcome } from "../../../mapping/money/refund-outcome"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import { SecuconnectError, type PaymentTransaction } from "../../../secuconnect"
import type { ProviderDeps } from "../deps"
import { claimedBy, traceNow } from "./resolve-lost-refunds"

/**
 * Sends a request that is written down, once. After an unclear answer it reads what is true.
 *
 * @throws MedusaError with cause and support id when the money was not given back. Unclear and not
 *   found may still be carried out: the row then stays open for whoever asks next.
 */
export async function sendRefund(deps: ProviderDeps, request: MoneyRequestRow): Promise<void> {
  const { ledger } = deps
  const { id, target_id, amount, reason } = request
  let answer: PaymentTransaction[]
  try {
    const body = { reduce_amount_by: amount, ...(reason ? { reason } : {}) }
    answer = await ledger.client.payments.cancel(target_id, body)
  } catch (error) {
    await settleFailed(deps, request, error)
    return
  }
  await ledger.updateMoneyRequests({
    id,
    state: "done",
    refund_payment_id: madeBy(answer, request),
  })
}

/** The refund in an answer: the payment itself stands in it too, in no certain order. */
export function madeBy(
  answer: PaymentTransaction[],
  { target_id }: Pick<MoneyRequestRow, "target_id">,
): string | null {
  return answer.find(({ id, amount }) => id !== target_id && (amount ?? -1) < 0)?.id ?? null
}

async function settleFailed(
  deps: ProviderDeps,
  request: MoneyRequestRow,
  failure: unknown,
): Promise<void> {
  const { ledger } = deps
  const { id } = request
  if (!(failure instanceof SecuconnectError && failure.outcomeUnknown)) {
    await ledger.updateMoneyRequests({ id, state: "refused" })
    throw moneyRequestFailed("the refund", failure)
  }
  const trace = await readTrace(deps, request)
  if (trace?.found !== "done") throw moneyRequestUnclear("the refund", failure)
  const { refund_payment_id } = trace
  await ledger.updateMoneyRequests({ id, state: "done", refund_payment_id })
}

/** @returns null when it cannot be read, or somebody else has settled the request */
async function readTrace(
  deps: ProviderDeps,
  request: MoneyRequestRow,
): Promise<RefundOutcome | null> {
  const { ledger } = deps
  const { timeoutMs } = await ledger.getSettings()
  // One time limit for all of it: whoever asks next relies on when this call has ended.
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const requests = await ledger.listMoneyRequests({ checkout_id: request.checkout_id })
    const trace = await traceNow(deps, request, { claimed: claimedBy(requests), signal })
    const open = await ledger.listMoneyRequests({ id: request.id, state: "open" })
    return open.length > 0 ? trace : null
  } catch {
    return null
  }
}
