import { refundIn } from "../../mapping/money/made-refunds"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import { obstacleToCancellation } from "../../mapping/books/bookable"
import { payableTarget } from "../../mapping/status/payable-payment"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { findToMove } from "./find-checkout"
import { refreshAfterChange } from "./refresh-after-change"
import { refreshOrFail } from "./refresh-or-fail"
import { whenBookable } from "./when-bookable"
import { ownData, type OwnData } from "../../mapping/views/own-data"
import { resolveLostRefunds } from "./refund/resolve-lost-refunds"

/** `payment_id` is Medusa's payment. */
export interface CancelCall {
  data: unknown
  payment_id: string | undefined
}

const WHAT = "the cancellation"

/**
 * Converges to "nothing is owed": an unpaid or authorized transaction is cancelled, money that is
 * in already is given back in full, a dead transaction is left alone. Twice is the same as once, so
 * a lost answer needs no more than another try.
 *
 * @throws MedusaError with cause and support id when secuconnect refused or could not be reached, and
 *   with the reason while the bank takes the money back: Medusa cancels the order all the same, and the
 *   order's own event and the schedule try again. Also when Medusa will fail to cancel the order,
 *   because a change of it is open: then nothing is sent.
 */
export async function cancelPayment(deps: ProviderDeps, call: CancelCall): Promise<OwnData> {
  const checkout = await findToMove(deps, call.data)
  return await whenBookable(deps, checkout, {
    what: "cancellation",
    obstacleTo: obstacleToCancellation,
    work: () => cancel(deps, checkout, call),
  })
}

async function cancel(
  deps: ProviderDeps,
  checkout: CheckoutRow,
  call: CancelCall,
): Promise<OwnData> {
  const before = await refreshOrFail(deps, checkout, WHAT)
  refuseDisputed(before)
  const target = await targetOf(deps, before).catch((error: unknown) => {
    throw moneyRequestFailed(WHAT, error)
  })
  await deps.ledger.moneyRequests.concludeAll(before, "cancel", factsOf(before, target))
  await resolveOpenRefunds(deps, before)
  return ownData(target ? await sendCancellation(deps, before, { ...target, ...call }) : before)
}

/** A refund whose answer got lost may still be carried out, and then less is left to give back. */
async function resolveOpenRefunds(deps: ProviderDeps, { id }: CheckoutRow): Promise<void> {
  const requests = await deps.ledger.moneyRequests.list(id)
  const refunds = requests.filter(({ kind }) => kind === "refund")
  await resolveLostRefunds(deps, NO_REFUND, refunds)
}

const NO_REFUND = { amount: -1, refund_id: null }

/** What the bank takes back is not given back as well. */
function refuseDisputed(checkout: CheckoutRow): void {
  if (!isDisputed(checkout)) return
  throw notAllowed(
    "secuconnect: the payment cannot be cancelled: the bank has taken the money back or is about to. " +
      "Resolve that first.",
    "secuconnect_money_request_failed",
  )
}

function isDisputed({ status, dispute }: CheckoutRow): boolean {
  return status === "accepted" && dispute === "issue"
}

/** What a cancellation goes to. Minor units. */
interface Target {
  target_id: string
  amount: number
  /** Whether the money is in, so that it is a refund. */
  is_paid: boolean
}

/**
 * @returns null when nothing is promised any more and what was taken is given back
 * @throws SecuconnectError when that cannot be read
 */
async function targetOf({ ledger }: ProviderDeps, checkout: CheckoutRow): Promise<Target | null> {
  const { status, payments, amount } = checkout
  const target_id = checkout.stx_id ?? ""
  if (status === "cancelled" || status === "failed") return null
  const paid = status === "accepted" ? payableTarget(payments ?? []) : null
  if (!paid) return { target_id, amount, is_paid: false }
  const { amount: effective } = await ledger.client.payments.checkStatus(paid)
  return effective === 0 ? null : { target_id: paid, amount: effective, is_paid: true }
}

function factsOf(checkout: CheckoutRow, target: Target | null) {
  const effective = target ? target.amount : 0
  return { checkout, status: checkout.status, effective, refunds: [], claimed: new Set<string>() }
}

/** @throws MedusaError when something is still promised or paid after a call that failed */
async function sendCancellation(
  deps: ProviderDeps,
  before: CheckoutRow,
  { payment_id, ...target }: Target & CancelCall,
): Promise<CheckoutRow> {
  const { target_id, amount, is_paid } = target
  const { moneyRequests, client } = deps.ledger
  const request = await moneyRequests.open({
    ...{ checkout_id: before.id, kind: "cancel", target_id, amount, amount_before: amount },
    medusa_id: payment_id ?? null,
  })
  const sent = await moneyRequests.send(request, {
    call: async () => {
      if (is_paid) return await client.payments.cancel(target_id, {})
      await client.smartTransactions.cancel(target_id)
      return []
    },
    refundIn: (answer) => refundIn(answer, request),
    read: async () => {
      const after = await deps.ledger.refresh(before, "medusa")
      // What a bank takes back was not given back by us.
      return factsOf(after, isDisputed(after) ? target : await targetOf(deps, after))
    },
  })
  if (sent.ok) return await refreshAfterChange(deps, before)
  if (sent.facts) refuseDisputed(sent.facts.checkout)
  if (sent.outcome !== "done" || !sent.facts) throw moneyRequestFailed(WHAT, sent.failure)
  return sent.facts.checkout
}
