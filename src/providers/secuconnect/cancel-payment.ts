import { moneyRequestFailed } from "../../mapping/words/errors"
import { payableTarget } from "../../mapping/status/payable-payment"
import type { CheckoutRow, MoneyRequestRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { findToMove } from "./find-checkout"
import { refreshAfterChange } from "./refresh-after-change"
import { refreshOrFail } from "./refresh-or-fail"
import { ownData, type OwnData } from "./own-data"
import { stateOfFailed } from "./request-state"
import { madeBy } from "./refund/send-refund"

/** `payment_id` is Medusa's payment. */
export interface CancelCall {
  data: unknown
  payment_id: string | undefined
}

const WHAT = "the cancellation"

/**
 * Converges to "nothing is owed": an unpaid or authorised transaction is cancelled, money that is
 * in already is given back in full, a dead transaction is left alone. Twice is the same as once, so
 * a lost answer needs no more than another try.
 *
 * @throws MedusaError with cause and support id when secuconnect refused or could not be reached.
 *   Medusa cancels the order all the same; the order's own event and the clock try again.
 */
export async function cancelPayment(deps: ProviderDeps, call: CancelCall): Promise<OwnData> {
  const before = await refreshOrFail(deps, await findToMove(deps, call.data), WHAT)
  const left = await whatIsLeft(deps, before)
  await settleEarlier(deps, before, left)
  if (!left) return ownData(before)

  const failed = await sendCancellation(deps, { ...left, ...call, checkout: before })
  const after = failed ? await verify(deps, before, failed) : await refreshAfterChange(deps, before)
  return ownData(after)
}

/** What a cancellation goes to. Minor units. */
interface Left {
  target_id: string
  amount: number
  /** Whether the money is in, so that it is a refund. */
  is_paid: boolean
}

/** @returns null when nothing is promised any more and what was taken is given back */
async function whatIsLeft(deps: ProviderDeps, checkout: CheckoutRow): Promise<Left | null> {
  const { status, payments, stx_id, amount } = checkout
  if (status === "cancelled" || status === "failed") return null
  const paid = status === "accepted" ? payableTarget(payments ?? []) : null
  if (paid) return await whatIsLeftOf(deps, paid)
  return { target_id: stx_id ?? "", amount, is_paid: false }
}

async function whatIsLeftOf({ ledger }: ProviderDeps, target_id: string): Promise<Left | null> {
  try {
    const { amount } = await ledger.client.payments.checkStatus(target_id)
    return amount === 0 ? null : { target_id, amount, is_paid: true }
  } catch (error) {
    throw moneyRequestFailed(WHAT, error)
  }
}

/** A request whose answer got lost was carried out if nothing is left; else this call repeats it. */
async function settleEarlier(
  { ledger }: ProviderDeps,
  { id }: CheckoutRow,
  left: Left | null,
): Promise<void> {
  const filter = { checkout_id: id, kind: "cancel" as const, state: "open" as const }
  const open = await ledger.listMoneyRequests(filter)
  const state: MoneyRequestRow["state"] = left ? "refused" : "done"
  await ledger.updateMoneyRequests(open.map((request) => ({ id: request.id, state })))
}

interface Failed {
  id: string
  failure: unknown
}

/** @returns the request if the call failed; what is true after it, only a look can tell */
async function sendCancellation(
  { ledger }: ProviderDeps,
  {
    checkout,
    target_id,
    amount,
    is_paid,
    payment_id,
  }: Left & CancelCall & { checkout: CheckoutRow },
): Promise<Failed | null> {
  const { id } = await ledger.createMoneyRequests({
    checkout_id: checkout.id,
    kind: "cancel",
    target_id,
    amount,
    amount_before: amount,
    medusa_id: payment_id ?? null,
  })
  const { payments, smartTransactions } = ledger.client
  try {
    const answer = is_paid ? await payments.cancel(target_id, {}) : null
    if (!is_paid) await smartTransactions.cancel(target_id)
    const refund_payment_id = madeBy(answer ?? [], { target_id })
    await ledger.updateMoneyRequests({ id, state: "done", refund_payment_id })
    return null
  } catch (failure) {
    return { id, failure }
  }
}

/** @throws MedusaError when the call did nothing, or nobody can tell */
async function verify(
  deps: ProviderDeps,
  before: CheckoutRow,
  { id, failure }: Failed,
): Promise<CheckoutRow> {
  const after = await deps.ledger.refresh(before, "medusa").catch(() => null)
  const left = after ? await whatIsLeft(deps, after).catch(() => undefined) : undefined
  const isDone = left === null
  await deps.ledger.updateMoneyRequests({ id, state: stateOfFailed(failure, isDone) })
  if (!after || !isDone) throw moneyRequestFailed(WHAT, failure)
  return after
}
