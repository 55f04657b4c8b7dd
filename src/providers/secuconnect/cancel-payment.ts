import { moneyRequestFailed } from "../../mapping/errors"
import { payableTarget } from "../../mapping/target"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { findCheckout } from "./find-checkout"
import { ownData, type OwnData } from "./own-data"

/**
 * Converges to "nothing is owed": an unpaid or authorised transaction is cancelled, money that is
 * in already is given back in full, a dead transaction is left alone.
 *
 * @throws MedusaError with cause and support id when secuconnect refused
 */
export async function cancelPayment(deps: ProviderDeps, data: unknown): Promise<OwnData> {
  const before = await deps.ledger.look(await findCheckout(deps, data), "medusa")
  if (before.truth === "cancelled" || before.truth === "failed") return ownData(before)

  const failure = await sendCancellation(deps, before)
  const after = await deps.ledger.look(before, "medusa")
  const done = after.truth === "cancelled" || after.truth === "failed"
  if (failure && !done) throw moneyRequestFailed("the cancellation", failure)
  return ownData(after)
}

/** @returns why the call failed, or null; what is true after it, only a look can tell */
async function sendCancellation({ ledger }: ProviderDeps, checkout: CheckoutRow): Promise<unknown> {
  const stx_id = checkout.stx_id ?? ""
  const paid = checkout.truth === "accepted" ? payableTarget(checkout.payments ?? []) : null
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
  } catch (error) {
    return error
  }
}
