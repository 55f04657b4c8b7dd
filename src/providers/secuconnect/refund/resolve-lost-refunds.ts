import { readMedusaRefund } from "../../../medusa/read-refund"
import { claimedBy } from "../../../mapping/money/made-refunds"
import { isUnderWay, outcomeOf, type RequestOutcome } from "../../../mapping/money/outcome"
import { moneyRequestFailed, notAllowed, refundUnderWay } from "../../../mapping/words/errors"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"

/** What Medusa asks for. `amount` in minor units. */
export interface WantedRefund {
  amount: number
  refund_id: string | null
}

/**
 * Whether it may have given money back and nobody knows yet. The cancellation of a Smart Transaction
 * gives nothing back.
 */
function isOpenRefund({ kind, state, target_id }: MoneyRequestRow): boolean {
  if (state !== "open" || kind === "capture") return false
  return kind !== "cancel" || !target_id.startsWith("STX_")
}

/**
 * Finds out what became of earlier requests whose answer got lost, or whose server died.
 *
 * @returns whether one of them was this refund: then there is nothing left to do
 * @throws MedusaError while one of them may still be under way, and when nothing tells what became
 *   of one
 */
export async function resolveLostRefunds(
  deps: ProviderDeps,
  wanted: WantedRefund,
  requests: MoneyRequestRow[],
): Promise<boolean> {
  const claimed = claimedBy(requests)
  for (const request of requests.filter(isOpenRefund)) {
    const isMine = await resolveLostRefund(deps, request, { wanted, claimed })
    if (isMine) return true
  }
  return false
}

interface Circumstances {
  wanted: WantedRefund
  claimed: Set<string>
}

async function resolveLostRefund(
  deps: ProviderDeps,
  request: MoneyRequestRow,
  { wanted, claimed }: Circumstances,
): Promise<boolean> {
  const { timeoutMs } = await deps.ledger.getSettings()
  const now = await deps.ledger.now()
  const is_under_way = isUnderWay(request.created_at, now, timeoutMs)
  const isBooked = await isInTheBooks(deps, request)
  if (is_under_way && isBooked) throw refundUnderWay()
  if (request.kind === "external_refund") return false

  const result = await readOutcome(deps, request, { claimed, is_under_way })
  await concludeOrFail(deps, request, { result, is_under_way })
  if (result.outcome !== "done") return false
  if (result.refund_payment_id) claimed.add(result.refund_payment_id)
  return !isBooked && (await isTheSame(deps, request, wanted))
}

/** @throws MedusaError while it may still be under way, and when nothing tells what became of it */
async function concludeOrFail(
  { ledger }: ProviderDeps,
  request: MoneyRequestRow,
  { result, is_under_way }: { result: RequestOutcome; is_under_way: boolean },
): Promise<void> {
  if (result.outcome !== "done" && is_under_way) throw refundUnderWay()
  await ledger.moneyRequests.conclude(request, result)
  if (result.outcome === "unclear") throw refundUnclear()
}

async function readOutcome(
  deps: ProviderDeps,
  request: MoneyRequestRow,
  { claimed, is_under_way }: { claimed: ReadonlySet<string>; is_under_way: boolean },
): Promise<RequestOutcome> {
  try {
    const facts = await deps.ledger.refunds.readFacts(request, { claimed })
    return outcomeOf({ ...request, kind: "refund" }, { ...facts, is_under_way })
  } catch (error) {
    throw moneyRequestFailed("the refund", error)
  }
}

/**
 * Medusa deletes its refund when we answer that it failed. One that is still there is being made, or
 * its server died; in both cases Medusa's books hold it already.
 */
async function isInTheBooks(
  deps: ProviderDeps,
  { kind, medusa_id }: MoneyRequestRow,
): Promise<boolean> {
  return kind !== "refund" || (await readMedusaRefund(deps.query, medusa_id)) !== null
}

/** Whether the merchant repeats this very request: it then belongs to the new refund. */
async function isTheSame(
  { ledger }: ProviderDeps,
  { id, amount }: MoneyRequestRow,
  wanted: WantedRefund,
): Promise<boolean> {
  if (amount !== wanted.amount) return false
  await ledger.updateMoneyRequests({ id, medusa_id: wanted.refund_id })
  return true
}

function refundUnclear() {
  return notAllowed(
    "secuconnect: the answer to an earlier refund got lost, and more has been taken off the " +
      "payment since than it asked for. Compare the order's refunds with secuOffice, then ask " +
      "again for what is still missing.",
    "secuconnect_money_request_failed",
  )
}
