import type { BigNumberInput } from "@medusajs/framework/types"
import { findExternalRefund } from "../../../mapping/books/external-refund"
import { toMajorUnits, toMinorUnits } from "../../../mapping/words/currency"
import { moneyRequestFailed, notAllowed } from "../../../mapping/words/errors"
import { toRefundReason } from "../../../mapping/request/refund-reason"
import { payableTarget } from "../../../mapping/status/payable-payment"
import type { CheckoutRow } from "../../../modules/secuconnect/types"
import { obstacleToRefund } from "../../../mapping/books/bookable"
import { openRefundRequest } from "./open-refund-request"
import type { ProviderDeps } from "../deps"
import { findToMove } from "../find-checkout"
import { refreshAfterChange, makeDue } from "../refresh-after-change"
import { refuseUnbookable } from "../refuse-unbookable"
import { readMedusaRefund } from "../../../medusa/read-refund"
import { ownData, type OwnData } from "../own-data"
import { readRefundTarget, type RefundTarget } from "./read-refund-facts"
import { sendRefund } from "./send-refund"
import { resolveLostRefunds } from "./resolve-lost-refunds"

/** `amount` in major units; `refund_id` is Medusa's refund row and changes on every retry. */
export interface RefundCall {
  data: unknown
  amount: BigNumberInput
  refund_id: string | undefined
}

/** `amount` in minor units. */
interface Wanted {
  checkout: CheckoutRow
  amount: number
  refund_id: string | null
  reason: string | undefined
}

/**
 * Gives back this much more, once. Earlier requests whose answer got lost are resolved first, by what
 * is true at secuconnect; one of them may have been this refund. Before the money is in, secuconnect
 * reduces or cancels the payment; afterwards it makes a refund.
 *
 * Rules: the amount is rounded half up to the currency's smallest unit; it goes to one payment, the
 * one whose money is in, and is never spread over several of a Smart Transaction; of two at the
 * same moment one is sent. A refund that only books what was given back elsewhere calls nothing.
 *
 * @throws MedusaError with cause and support id when the money was not given back; before anything is
 *   sent, when Medusa's core will not be able to book it
 */
export async function refundPayment(deps: ProviderDeps, call: RefundCall): Promise<OwnData> {
  const checkout = await findToMove(deps, call.data)
  const amount = toMinorUnits(call.amount, checkout.currency_code)
  if (amount <= 0) throw notRefundable("the amount is smaller than the currency's smallest unit")
  const words = (await readMedusaRefund(deps.query, call.refund_id)) ?? {}
  const requests = await deps.ledger.moneyRequests.list(checkout.id)
  const external = findExternalRefund(requests, { ...words, amount })
  const refund_id = call.refund_id ?? null
  if (external) {
    await deps.ledger.updateMoneyRequests({ id: external.id, state: "done", medusa_id: refund_id })
    return ownData(checkout)
  }
  await refuseUnbookable(deps, checkout, {
    what: "refund",
    obstacleTo: (order) => obstacleToRefund(order, call.amount),
  })
  const wanted = { checkout, amount, refund_id, reason: toRefundReason(words) }
  const isDone = await resolveLostRefunds(deps, wanted, requests)
  if (!isDone) await sendNewRefund(deps, wanted)
  return ownData(await refreshAfterChange(deps, checkout))
}

async function sendNewRefund(deps: ProviderDeps, wanted: Wanted): Promise<void> {
  const { checkout } = wanted
  const known = await deps.ledger.moneyRequests.list(checkout.id)
  const target = await readTarget(deps, checkout)
  refuseImpossible(wanted, target)
  const refund = { ...wanted, checkout_id: checkout.id, target }
  await sendRefund(deps, await openRefundRequest(deps, refund, known))
  await compareEffectiveAmount(deps, wanted, target)
}

/** The payment as it is now; a row that has never seen one is refreshed first. */
async function readTarget(deps: ProviderDeps, checkout: CheckoutRow): Promise<RefundTarget> {
  try {
    const seen = checkout.payments ? checkout : await deps.ledger.refresh(checkout, "medusa")
    const target = payableTarget(seen.payments ?? [])
    if (target) return await readRefundTarget(deps, target)
  } catch (error) {
    throw moneyRequestFailed("the refund", error)
  }
  throw notRefundable("there is no payment at secuconnect to refund")
}

function refuseImpossible({ amount, checkout }: Wanted, { effective, status }: RefundTarget): void {
  const { currency_code, method } = checkout
  if (amount > effective) {
    const left = `${String(toMajorUnits(effective, currency_code))} ${currency_code.toUpperCase()}`
    throw notRefundable(`only ${left} are left at secuconnect`)
  }
  if (status === "issue") {
    throw notRefundable("the bank has taken the money back or is about to. Resolve that first")
  }
  const isCardPromise = method === "creditcard" && status === "authorized"
  if (isCardPromise && amount < effective && effective < checkout.amount) {
    throw notRefundable(
      "the authorisation of a card can be reduced only once, and that has been done. " +
        "Cancel it, or capture it and refund afterwards",
    )
  }
}

/** The money is on its way back whatever this read says: the schedule follows a difference. */
async function compareEffectiveAmount(
  deps: ProviderDeps,
  wanted: Wanted,
  before: RefundTarget,
): Promise<void> {
  const { checkout, amount } = wanted
  const { payments } = deps.ledger.client
  const after = await payments.checkStatus(before.target_id).catch(() => null)
  if (after?.amount === before.effective - amount) return
  const found = after ? `${String(after.amount)} instead of` : "an unknown amount instead of"
  deps.logger.warn(
    `secuconnect: ${checkout.reference}: after a refund ${found} ` +
      `${String(before.effective - amount)} is left at secuconnect (minor units).`,
  )
  await makeDue(deps, checkout)
}

function notRefundable(why: string) {
  return notAllowed(`secuconnect: no refund, ${why}.`, "secuconnect_money_request_failed")
}
