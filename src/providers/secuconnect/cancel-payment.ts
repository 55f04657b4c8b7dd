import { moneyRequestFailed } from "../../mapping/errors"
import { payableTarget } from "../../mapping/target"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { findCheckout } from "./find-checkout"
import { ownData, type OwnData } from "./own-data"
import { stateOfFailed, type FailedRequest } from "./request-state"

/**
 * Converges to "nothing is owed": an unpaid or authorised transaction is cancelled, money that is
 * in already is given back in full, a dead transaction is left alone.
 *
 * @throws MedusaError with cause and support id when secuconnect refused
 */
export async function cancelPayment(deps: ProviderDeps, data: unknown): Promise<OwnData> {
  const before = await deps.ledger.look(await findCheckout(deps, data), "medusa")
  if (await isOver(deps, before)) return ownData(before)

  const failed = await sendCancellation(deps, before)
  const after = await deps.ledger.look(before, "medusa")
  if (failed) await settleFailed(deps, failed, await isOver(deps, after))
  return ownData(after)
}

/** Nothing is promised any more, and what was taken is given back. */
async function isOver({ ledger }: ProviderDeps, checkout: CheckoutRow): Promise<boolean> {
  if (checkout.truth === "cancelled" || checkout.truth === "failed") return true
  const paid = paidTarget(checkout)
  return paid !== null && (await ledger.client.payments.checkStatus(paid)).amount === 0
}

/** The payment whose money is in. */
function paidTarget({ truth, payments }: CheckoutRow): string | null {
  return truth === "accepted" ? payableTarget(payments ?? []) : null
}

/** @throws MedusaError when the call did nothing */
async function settleFailed(
  { ledger }: ProviderDeps,
  { id, failure }: FailedRequest,
  done: boolean,
): Promise<void> {
  await ledger.updateMoneyRequests({ id, state: stateOfFailed(failure, done) })
  if (!done) throw moneyRequestFailed("the cancellation", failure)
}

/** @returns the request if the call failed; what is true after it, only a look can tell */
async function sendCancellation(
  { ledger }: ProviderDeps,
  checkout: CheckoutRow,
): Promise<FailedRequest | null> {
  const stx_id = checkout.stx_id ?? ""
  const paid = paidTarget(checkout)
  const { id } = await ledger.createMoneyRequests({
    checkout_id: checkout.id,
    kind: "cancel",
    target_id: paid ?? stx_id,
    amount: checkout.amount,
    amount_before: checkout.amount,
  })
  try {
    if (paid) await ledger.client.payments.cancel(paid, {})
    else await ledger.client.smartTransactions.cancel(stx_id)
    await ledger.updateMoneyRequests({ id, state: "done" })
    return null
  } catch (failure) {
    return { id, failure }
  }
}
