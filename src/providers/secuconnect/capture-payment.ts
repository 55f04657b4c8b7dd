import { z } from "zod"
import type { BigNumberInput } from "@medusajs/framework/types"
import { toMinorUnits } from "../../mapping/currency"
import { moneyRequestFailed, notAllowed } from "../../mapping/errors"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { ProviderDeps } from "./deps"
import { findCheckout } from "./find-checkout"
import { ownData, type OwnData } from "./own-data"
import { stateOfFailed, type FailedRequest } from "./request-state"

/** `capture_id` is Medusa's capture row: the only place that knows the amount asked for. */
export interface CaptureCall {
  data: unknown
  capture_id: string | undefined
}

const captureRow = z.object({ amount: z.custom<BigNumberInput>() })

/**
 * Converges to "captured": looks first, calls secuconnect only for an authorised payment, and looks
 * again. A repetition after a lost answer finds the money taken and calls nothing.
 *
 * @throws MedusaError when the money is not taken: refused, not yet, or only a part was asked for
 */
export async function capturePayment(deps: ProviderDeps, call: CaptureCall): Promise<OwnData> {
  const checkout = await findCheckout(deps, call.data)
  await refusePartialCapture(deps, checkout, call.capture_id)
  const before = await deps.ledger.look(checkout, "medusa")
  refuseMismatch(before)
  if (before.truth !== "authorized") return settle(before)

  const failed = await startCapture(deps, before, call.capture_id)
  const after = await deps.ledger.look(before, "medusa")
  if (failed) await settleFailed(deps, failed, after)
  return settle(after)
}

/** @throws MedusaError when the payment is as it was, so that the call did nothing */
async function settleFailed(
  { ledger }: ProviderDeps,
  { id, failure }: FailedRequest,
  { truth }: CheckoutRow,
): Promise<void> {
  const done = truth === "accepted" || truth === "waiting"
  await ledger.updateMoneyRequests({ id, state: stateOfFailed(failure, done) })
  if (truth === "authorized") throw moneyRequestFailed("the capture", failure)
}

/** @returns the request if the call failed; what is true after it, only a look can tell */
async function startCapture(
  { ledger }: ProviderDeps,
  checkout: CheckoutRow,
  capture_id: string | undefined,
): Promise<FailedRequest | null> {
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
    await ledger.client.smartTransactions.start(stx_id)
    await ledger.updateMoneyRequests({ id, state: "done" })
    return null
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

function settle(checkout: CheckoutRow): OwnData {
  refuseMismatch(checkout)
  if (checkout.truth === "accepted") return ownData(checkout)
  throw notAllowed(
    checkout.truth === "waiting"
      ? "secuconnect: the capture is not confirmed yet. It is booked here as soon as it is."
      : `secuconnect: this payment cannot be captured, it is ${checkout.truth ?? "unknown"}.`,
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
