import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { toMinorUnits } from "../../mapping/words/currency"
import { moneyRequestFailed, notAllowed } from "../../mapping/words/errors"
import { statusOfTransaction } from "../../mapping/status/status"
import type { CheckoutRow, MoneyRequestRow } from "../../modules/secuconnect/types"
import type { SmartTransaction } from "../../secuconnect"
import type { ProviderDeps } from "./deps"
import { findToMove } from "./find-checkout"
import { refreshAfterChange } from "./refresh-after-change"
import { refreshOrFail } from "./refresh-or-fail"
import { ownData, type OwnData } from "./own-data"
import { stateOfFailed } from "./request-state"

/** `capture_id` is Medusa's capture row: the only place that knows the amount asked for. */
export interface CaptureCall {
  data: unknown
  capture_id: string | undefined
}

const captureRow = z.object({ amount: z.custom<BigNumberInput>() })

const WHAT = "the capture"

/**
 * Converges to "captured": looks first, calls secuconnect only for an authorised payment, and looks
 * again. A repetition after a lost answer finds the money taken and calls nothing, and so do
 * methods that take the money at once.
 *
 * @throws MedusaError when the money is not taken: refused, not yet, or only a part was asked for
 */
export async function capturePayment(deps: ProviderDeps, call: CaptureCall): Promise<OwnData> {
  const checkout = await findToMove(deps, call.data)
  await refusePartialCapture(deps, checkout, call.capture_id)
  const before = await refreshOrFail(deps, checkout, WHAT)
  refuseMismatch(before)
  await settleEarlier(deps, before)
  if (before.status !== "authorized") return dataIfCaptured(before)

  const sent = await startCapture(deps, before, call.capture_id)
  return dataIfCaptured(
    sent.failure ? await verify(deps, before, sent) : await confirm(deps, before, sent),
  )
}

/** A request whose answer got lost was carried out if nothing is left to capture. */
async function settleEarlier({ ledger }: ProviderDeps, { id, status }: CheckoutRow): Promise<void> {
  const filter = { checkout_id: id, kind: "capture" as const, state: "open" as const }
  const open = await ledger.listMoneyRequests(filter)
  const isDone = status === "accepted" || status === "waiting"
  const state: MoneyRequestRow["state"] = isDone ? "done" : "refused"
  await ledger.updateMoneyRequests(open.map((request) => ({ id: request.id, state })))
}

/** What came of the call: an answer, or why there is none. */
interface Sent {
  id: string
  answer?: SmartTransaction
  failure?: unknown
}

/** @throws MedusaError when the payment is as it was, or cannot be read */
async function verify(
  { ledger }: ProviderDeps,
  before: CheckoutRow,
  { id, failure }: Sent,
): Promise<CheckoutRow> {
  const after = await ledger.refresh(before, "medusa").catch(() => null)
  const isDone = after?.status === "accepted" || after?.status === "waiting"
  await ledger.updateMoneyRequests({ id, state: stateOfFailed(failure, isDone) })
  if (!after || after.status === "authorized") throw moneyRequestFailed(WHAT, failure)
  return after
}

/** The answer counts when it cannot be looked at: the money is taken. */
async function confirm(
  deps: ProviderDeps,
  before: CheckoutRow,
  { answer }: Sent,
): Promise<CheckoutRow> {
  const after = await refreshAfterChange(deps, before)
  const wasSeen = after.checked_at?.getTime() !== before.checked_at?.getTime()
  return wasSeen || !answer ? after : { ...after, status: statusOfTransaction(answer.status) }
}

/** @returns the failure if the call failed; what is true after it, only a look can tell */
async function startCapture(
  { ledger }: ProviderDeps,
  checkout: CheckoutRow,
  capture_id: string | undefined,
): Promise<Sent> {
  const stx_id = checkout.stx_id ?? ""
  const { id } = await ledger.createMoneyRequests({
    checkout_id: checkout.id,
    kind: "capture",
    target_id: stx_id,
    amount: checkout.amount,
    amount_before: checkout.amount,
    medusa_id: capture_id ?? null,
  })
  try {
    const answer = await ledger.client.smartTransactions.start(stx_id)
    await ledger.updateMoneyRequests({ id, state: "done" })
    return { id, answer }
  } catch (failure) {
    return { id, failure }
  }
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
  { amount, currency_code }: CheckoutRow,
  capture_id: string | undefined,
): Promise<void> {
  if (!capture_id) return
  const { data } = await query.graph({
    entity: "capture",
    fields: ["amount"],
    filters: { id: capture_id },
  })
  const row = captureRow.safeParse(data[0])
  if (!row.success || toMinorUnits(row.data.amount, currency_code) === amount) return
  throw notAllowed(
    "secuconnect cannot capture a part of a payment. Capture the whole amount, then refund the rest.",
    "secuconnect_money_request_failed",
  )
}
