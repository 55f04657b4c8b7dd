import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { findExternalRefund } from "../../../mapping/books/external-refund"
import { toMajorUnits } from "../../../mapping/words/currency"
import { moneyRequestFailed, notAllowed } from "../../../mapping/words/errors"
import { pickLanguage } from "../../../mapping/words/language"
import { toRefundReason } from "../../../mapping/request/refund-reason"
import { payableTarget } from "../../../mapping/status/payable-payment"
import { creditLineOf, obstacleToRefund } from "../../../mapping/books/bookable"
import { orTheRest, refundToSend, type RefundPart } from "../../../mapping/money/totals"
import type { CheckoutRow, MoneyRequestRow, RefundTarget } from "../../../modules/secuconnect/types"
import { openRefundRequest } from "./open-refund-request"
import type { ProviderDeps } from "../deps"
import { findToMove } from "../find-checkout"
import { refreshAfterChange, makeDue } from "../refresh-after-change"
import { whenBookable } from "../when-bookable"
import { readMedusaRefund, type MedusaRefund } from "../../../medusa/read-refund"
import { ownData, type OwnData } from "../../../mapping/views/own-data"
import { sendRefund } from "./send-refund"
import { resolveLostRefunds } from "./resolve-lost-refunds"

/** `amount` in major units; `refund_id` is Medusa's refund row and changes on every retry. */
export interface RefundCall {
  data: unknown
  amount: BigNumberInput
  refund_id: string | undefined
}

/** What Medusa asks for, and for which payment. */
interface Wanted {
  checkout: CheckoutRow
  part: RefundPart
  reason: string | undefined
}

/**
 * Gives back this much more, once. Earlier requests whose answer got lost are resolved first, by what
 * is true at secuconnect; one of them may have been this refund. Before the money is in, secuconnect
 * reduces or cancels the payment; afterwards it makes a refund.
 *
 * Rules: the total of a payment's refunds is rounded half up to the currency's smallest unit, not
 * each of them; it goes to one payment, the one whose money is in, and is never spread over several
 * of a Smart Transaction; of two at the same moment one is sent. A refund that only books what was
 * given back elsewhere calls nothing.
 *
 * @throws MedusaError with cause and support id when the money was not given back; before anything is
 *   sent, when Medusa's core will not be able to book it
 */
export async function refundPayment(deps: ProviderDeps, call: RefundCall): Promise<OwnData> {
  const checkout = await findBooked(deps, call.data)
  if (await isOnlyBooked(deps, checkout, call)) return ownData(checkout)
  const { amount } = call
  return await whenBookable(deps, checkout, {
    what: "refund",
    obstacleTo: (order) => obstacleToRefund(order, amount),
    dependsOn: ({ pending_difference }) => creditLineOf(amount, pending_difference ?? 0).toFixed(),
    work: () => refund(deps, checkout, call),
  })
}

/** Whether the money went back elsewhere, so that nothing is to be sent. */
async function isOnlyBooked(
  { query, ledger }: ProviderDeps,
  checkout: CheckoutRow,
  call: RefundCall,
): Promise<boolean> {
  const { amount, refund_id = null } = call
  if (MathBN.lte(amount, 0)) throw notRefundable("there is nothing to give back")
  const { words } = (await readMedusaRefund(query, refund_id)) ?? UNKNOWN
  const requests = await ledger.moneyRequests.list(checkout.id)
  const external = findExternalRefund(requests, { ...words, amount, currency: checkout })
  if (!external) return false
  await ledger.updateMoneyRequests({ id: external.id, state: "done", medusa_id: refund_id })
  return true
}

/** Everything is read anew: this refund may have waited for another one. */
async function refund(
  deps: ProviderDeps,
  checkout: CheckoutRow,
  call: RefundCall,
): Promise<OwnData> {
  const { amount, refund_id = null } = call
  const { words, booked } = (await readMedusaRefund(deps.query, refund_id)) ?? UNKNOWN
  const requests = await deps.ledger.moneyRequests.list(checkout.id)
  const part = { ...booked, refund_id, amount }
  const asked = { refund_id, amount: refundToSend(part, requests, checkout) }
  const isDone = await resolveLostRefunds(deps, asked, requests)
  if (!isDone) {
    const language = pickLanguage({ locales: [checkout.language] })
    await sendNewRefund(deps, { checkout, part, reason: toRefundReason(words, language) })
  }
  return ownData(await refreshAfterChange(deps, checkout))
}

const UNKNOWN: MedusaRefund = { words: {}, booked: { captures: [], refunds: [] } }

/**
 * Only what is captured is refunded: from now on less than was asked for is no mismatch, also where no
 * sync has seen the capture yet.
 */
async function findBooked(deps: ProviderDeps, data: unknown): Promise<CheckoutRow> {
  const checkout = await findToMove(deps, data)
  if (checkout.is_booked) return checkout
  return await deps.ledger.writeCheckout({ id: checkout.id, is_booked: true })
}

async function sendNewRefund(deps: ProviderDeps, wanted: Wanted): Promise<void> {
  const { checkout, part, reason } = wanted
  const { moneyRequests } = deps.ledger
  const known = await moneyRequests.list(checkout.id)
  const { amount, target } = await toSend(deps, wanted, known)
  refuseImpossible({ checkout, amount }, target)
  const refund = { checkout_id: checkout.id, refund_id: part.refund_id, amount, reason, target }
  const request = await openRefundRequest(deps, refund, known)
  if (amount === 0) {
    await moneyRequests.conclude(request, NOTHING_TO_SEND)
    return
  }
  await sendRefund(deps, request)
  await compareEffectiveAmount(deps, { checkout, amount }, target)
}

/** The refund is too small to change the rounded total, and is made up for by the next one. */
const NOTHING_TO_SEND = { outcome: "done", refund_payment_id: null } as const

/**
 * What is sent to which payment, minor units. Where nothing is, there may be no payment left: all of
 * it went back with the rounded total before.
 */
async function toSend(
  deps: ProviderDeps,
  { checkout, part }: Wanted,
  known: MoneyRequestRow[],
): Promise<{ amount: number; target: RefundTarget }> {
  const { stx_id } = checkout
  const share = refundToSend(part, known, checkout)
  const target = await readTarget(deps, checkout)
  if (target) {
    const { effective } = target
    return { amount: orTheRest(part, { toSend: share, effective }, checkout), target }
  }
  if (share > 0) throw notRefundable("there is no payment at secuconnect to refund")
  const target_id = stx_id ?? ""
  return { amount: 0, target: { target_id, status: "void", effective: 0, refund_ids: [] } }
}

/** A refund of a checkout; `amount` in minor units. */
interface Amount {
  checkout: CheckoutRow
  amount: number
}

/** The payment as it is now; a row that has never seen one is refreshed first. Null: none is left. */
async function readTarget(deps: ProviderDeps, checkout: CheckoutRow): Promise<RefundTarget | null> {
  try {
    const seen = checkout.payments ? checkout : await deps.ledger.refresh(checkout, "medusa")
    const target = payableTarget(seen.payments ?? [])
    return target ? await deps.ledger.refunds.readTarget(target) : null
  } catch (error) {
    throw moneyRequestFailed("the refund", error)
  }
}

function refuseImpossible({ amount, checkout }: Amount, { effective, status }: RefundTarget): void {
  const { currency_code, method } = checkout
  if (amount > effective) {
    const left = `${String(toMajorUnits(effective, checkout))} ${currency_code.toUpperCase()}`
    throw notRefundable(`only ${left} are left at secuconnect`)
  }
  if (status === "issue") {
    throw notRefundable("the bank has taken the money back or is about to. Resolve that first")
  }
  const isCardPromise = method === "creditcard" && status === "authorized"
  if (isCardPromise && amount < effective && effective < checkout.amount) {
    throw notRefundable(
      "the authorization of a card can be reduced only once, and that has been done. " +
        "Cancel it, or capture it and refund afterwards",
    )
  }
}

/** The money is on its way back whatever this read says: the schedule follows a difference. */
async function compareEffectiveAmount(
  deps: ProviderDeps,
  { checkout, amount }: Amount,
  before: RefundTarget,
): Promise<void> {
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
