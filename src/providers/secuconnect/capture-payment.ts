import { obstacleToCapture } from "../../mapping/books/bookable"
import { toMinorUnits } from "../../mapping/words/currency"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import { readStatuses } from "../../mapping/status/readings"
import { readCapturedAmount } from "../../medusa/read-capture"
import type { PaymentOfOrder } from "../../medusa/read-order-for-booking"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { SmartTransaction } from "../../secuconnect"
import type { ProviderDeps } from "./deps"
import { findToMove } from "./find-checkout"
import { refreshAfterChange } from "./refresh-after-change"
import { refreshOrFail } from "./refresh-or-fail"
import { refuseUnneededCapture } from "./refuse-unneeded-capture"
import { whenBookable } from "./when-bookable"
import { ownData, type OwnData } from "../../mapping/views/own-data"

/** `capture_id` is Medusa's capture row: the only place that knows the amount asked for. */
export interface CaptureCall {
  data: unknown
  capture_id: string | undefined
}

const WHAT = "the capture"

/**
 * Converges to "captured": refreshes, calls secuconnect only for an authorized payment, and refreshes
 * again. A repetition after a lost answer finds the money taken and calls nothing, and so do
 * methods that take the money at once.
 *
 * @throws MedusaError when the money is not taken: refused, not yet, only a part was asked for, the order
 *   is cancelled or needs less
 */
export async function capturePayment(deps: ProviderDeps, call: CaptureCall): Promise<OwnData> {
  const checkout = await findToMove(deps, call.data)
  return await whenBookable(deps, checkout, {
    what: "capture",
    obstacleTo: obstacleToCapture,
    work: (order) => capture(deps, checkout, { ...call, order }),
  })
}

/** With the order that the payment is for. */
type CaptureOfOrder = CaptureCall & { order: PaymentOfOrder | null }

async function capture(
  deps: ProviderDeps,
  checkout: CheckoutRow,
  call: CaptureOfOrder,
): Promise<OwnData> {
  await refusePartialCapture(deps, checkout, call.capture_id)
  const before = await refreshOrFail(deps, checkout, WHAT)
  refuseMismatch(before)
  await deps.ledger.moneyRequests.concludeAll(before, "capture", factsOf(before))
  if (before.status !== "authorized") return dataIfCaptured(before)
  return dataIfCaptured(await sendCapture(deps, before, call))
}

/** @throws MedusaError when the payment is as it was after a call that failed, or cannot be read */
async function sendCapture(
  deps: ProviderDeps,
  before: CheckoutRow,
  { capture_id, order }: CaptureOfOrder,
): Promise<CheckoutRow> {
  const { ledger } = deps
  const stx_id = before.stx_id ?? ""
  const { id: checkout_id, amount } = before
  const request = await ledger.moneyRequests.open({
    ...{ checkout_id, kind: "capture", target_id: stx_id, amount, amount_before: amount },
    medusa_id: capture_id ?? null,
  })
  try {
    await refuseUnneededCapture(deps, before, order)
  } catch (error) {
    await ledger.moneyRequests.conclude(request, { outcome: "refused" })
    throw error
  }
  const sent = await ledger.moneyRequests.send(request, {
    call: () => ledger.client.smartTransactions.start(stx_id),
    read: async () => factsOf(await ledger.refresh(before, "medusa")),
  })
  if (sent.ok) return await confirmCapture(deps, before, sent.answer)
  const after = sent.facts?.checkout
  if (!after || after.status === "authorized") throw moneyRequestFailed(WHAT, sent.failure)
  return after
}

/** What a refreshed row says of a capture. */
function factsOf(checkout: CheckoutRow) {
  const { status, effective_amount: effective } = checkout
  return { checkout, status, effective, refunds: [], claimed: new Set<string>() }
}

/**
 * Where the row cannot be refreshed, the answer alone does not say that the money is taken: the
 * payment does.
 */
async function confirmCapture(
  deps: ProviderDeps,
  before: CheckoutRow,
  answer: SmartTransaction,
): Promise<CheckoutRow> {
  const after = await refreshAfterChange(deps, before)
  const wasRead = after.checked_at?.getTime() !== before.checked_at?.getTime()
  return wasRead ? after : { ...after, status: readStatuses(answer.status, []).status }
}

/** Money that is not what was asked for is not taken. */
function refuseMismatch({ mismatch }: CheckoutRow): void {
  if (!mismatch) return
  throw notAllowed(
    `secuconnect: the payment differs from what was asked for (${mismatch}). Look at it in secuOffice.`,
    "secuconnect_money_request_failed",
  )
}

function dataIfCaptured(checkout: CheckoutRow): OwnData {
  refuseMismatch(checkout)
  if (checkout.status === "accepted") return ownData(checkout)
  throw notAllowed(
    checkout.status === "waiting"
      ? "secuconnect: the capture is not confirmed yet. It is booked here as soon as it is."
      : `secuconnect: this payment cannot be captured, it is ${checkout.status ?? "unknown"}.`,
    "secuconnect_money_request_failed",
  )
}

/** secuconnect captures everything or nothing, and the core does not hand over the amount. */
async function refusePartialCapture(
  { query }: ProviderDeps,
  checkout: CheckoutRow,
  capture_id: string | undefined,
): Promise<void> {
  const wanted = await readCapturedAmount(query, capture_id)
  if (wanted === null || toMinorUnits(wanted, checkout) === checkout.amount) return
  throw notAllowed(
    "secuconnect cannot capture a part of a payment. Capture the whole amount, then refund the rest.",
    "secuconnect_money_request_failed",
  )
}
