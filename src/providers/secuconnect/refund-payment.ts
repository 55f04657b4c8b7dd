import type { BigNumberInput } from "@medusajs/framework/types"
import { toMajorUnits, toMinorUnits } from "../../mapping/currency"
import { moneyRequestFailed, notAllowed } from "../../mapping/errors"
import { payableTarget } from "../../mapping/target"
import type { CheckoutRow, MoneyRequestRow } from "../../modules/secuconnect/types"
import { SecuconnectError } from "../../secuconnect"
import type { ProviderDeps } from "./deps"
import { findCheckout } from "./find-checkout"
import { ownData, type OwnData } from "./own-data"

/** `amount` in major units; `refund_id` is Medusa's refund row and changes on every retry. */
export interface RefundCall {
  data: unknown
  amount: BigNumberInput
  refund_id: string | undefined
}

/** One refund at one payment of secuconnect. Minor units. */
interface Refund {
  checkout: CheckoutRow
  target_id: string
  amount: number
  effective: number
  refund_id: string | undefined
}

/**
 * Converges to "refunded by this much more": `checkStatus` tells what is still there, the ledger
 * whether an earlier request of the same amount was carried out although its answer got lost.
 *
 * @throws MedusaError with cause and support id when the money was not given back
 */
export async function refundPayment(deps: ProviderDeps, call: RefundCall): Promise<OwnData> {
  const checkout = await findCheckout(deps, call.data)
  const amount = toMinorUnits(call.amount, checkout.currency_code)
  const open = await listOpen(deps, checkout)
  // What an open request of ours has refunded in full is void by now, and no target any more.
  const target_id = payableTarget(checkout.payments ?? []) ?? open[0]?.target_id
  if (!target_id) throw notRefundable("there is no payment at secuconnect to refund")

  const effective = await effectiveAmount(deps, target_id)
  const refund = { checkout, target_id, amount, effective, refund_id: call.refund_id }
  if (await settleEarlier(deps, refund, open)) return ownData(checkout)
  refuseImpossible(refund)
  await sendRefund(deps, refund)
  return ownData(checkout)
}

async function effectiveAmount({ ledger }: ProviderDeps, target_id: string): Promise<number> {
  try {
    return (await ledger.client.payments.checkStatus(target_id)).amount
  } catch (error) {
    throw moneyRequestFailed("the refund", error)
  }
}

/** Earlier refunds whose answer got lost. */
async function listOpen({ ledger }: ProviderDeps, { id }: CheckoutRow): Promise<MoneyRequestRow[]> {
  return await ledger.listMoneyRequests({ checkout_id: id, kind: "refund", state: "open" })
}

/**
 * Finds out what became of earlier requests whose answer got lost.
 *
 * @returns whether one of them was this refund: then there is nothing left to do
 */
async function settleEarlier(
  { ledger }: ProviderDeps,
  refund: Refund,
  open: MoneyRequestRow[],
): Promise<boolean> {
  const carriedOut = open.find((request) => wasCarriedOut(request, refund.effective))
  await ledger.updateMoneyRequests(
    open.map((request) => {
      const state: MoneyRequestRow["state"] = request === carriedOut ? "done" : "refused"
      return { id: request.id, state }
    }),
  )
  return carriedOut?.amount === refund.amount
}

function wasCarriedOut(request: MoneyRequestRow, effective: number): boolean {
  return effective === request.amount_before - request.amount
}

function refuseImpossible({ amount, effective, checkout }: Refund): void {
  if (amount <= 0) throw notRefundable("the amount is smaller than the currency's smallest unit")
  if (amount <= effective) return
  const left = toMajorUnits(effective, checkout.currency_code)
  const currency = checkout.currency_code.toUpperCase()
  throw notRefundable(`only ${String(left)} ${currency} are left at secuconnect`)
}

/** Writes the request down, sends it once, and after an unclear answer reads what is true. */
async function sendRefund(deps: ProviderDeps, refund: Refund): Promise<void> {
  const { client } = deps.ledger
  const { checkout, target_id, amount, effective, refund_id } = refund
  const { id } = await deps.ledger.createMoneyRequests({
    checkout_id: checkout.id,
    kind: "refund",
    target_id,
    amount,
    amount_before: effective,
    medusa_id: refund_id ?? null,
  })
  try {
    await client.payments.cancel(target_id, { reduce_amount_by: amount })
  } catch (error) {
    const unclear = error instanceof SecuconnectError && error.outcomeUnknown
    const left = unclear ? await effectiveAmount(deps, target_id) : effective
    if (left !== effective - amount) {
      // Unclear and unchanged may still be carried out: the row stays open for the next look.
      if (!unclear) await deps.ledger.updateMoneyRequests({ id, state: "refused" })
      throw moneyRequestFailed("the refund", error)
    }
  }
  await deps.ledger.updateMoneyRequests({ id, state: "done" })
}

function notRefundable(why: string) {
  return notAllowed(`secuconnect: no refund, ${why}.`, "secuconnect_money_request_failed")
}
