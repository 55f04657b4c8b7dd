import { moneyRequestFailed, notAllowed } from "../../../mapping/words/errors"
import { outcomeOf, type RefundOutcome } from "../../../mapping/money/refund-outcome"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"
import { readMedusaRefund } from "../../../medusa/read-refund"
import { readPaymentState, readRefunds } from "./read-payment-state"

/** What Medusa asks for. `amount` in minor units. */
export interface WantedRefund {
  amount: number
  refund_id: string | null
}

/** Whether nobody knows the end of it; the cancellation of a Smart Transaction gives nothing back. */
function isOpenReturn({ kind, state, target_id }: MoneyRequestRow): boolean {
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
  for (const request of requests.filter(isOpenReturn)) {
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
  const isYoung = await mayBeUnderWay(deps, request)
  const isBooked = await isInTheBooks(deps, request)
  if (isYoung && isBooked) throw beingSent()
  if (request.kind === "external_refund") return false

  const trace = await readOrFail(() => traceNow(deps, request, { claimed }))
  if (trace.found !== "done" && isYoung) throw beingSent()
  const isDone = await close(deps, request, { trace, claimed })
  return isDone && !isBooked && (await isTheSame(deps, request, wanted))
}

/**
 * Medusa deletes its refund when we have told that it failed. One that is there is still being
 * made, or its server died: then Medusa's books hold it already.
 */
async function isInTheBooks(
  deps: ProviderDeps,
  { kind, medusa_id }: MoneyRequestRow,
): Promise<boolean> {
  return kind !== "refund" || (await readMedusaRefund(deps, medusa_id)) !== null
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

/** What became of one request, by what is true of its payment now. */
export async function traceNow(
  deps: ProviderDeps,
  request: MoneyRequestRow,
  { claimed, signal }: { claimed: ReadonlySet<string>; signal?: AbortSignal },
): Promise<RefundOutcome> {
  const state = await readPaymentState(deps, request.target_id, signal)
  const fresh = state.refund_ids.filter((id) => !request.refunds_before.includes(id))
  const refunds = await readRefunds(deps, fresh, signal)
  return outcomeOf(request, { effective: state.effective, refunds, claimed })
}

/** Ids of the refunds that our requests have led to. */
export function claimedBy(requests: MoneyRequestRow[]): Set<string> {
  return new Set(requests.flatMap(({ refund_payment_id }) => refund_payment_id ?? []))
}

/** @returns whether the request was carried out */
async function close(
  { ledger }: ProviderDeps,
  { id }: MoneyRequestRow,
  { trace, claimed }: { trace: RefundOutcome; claimed: Set<string> },
): Promise<boolean> {
  const refund_payment_id = trace.found === "done" ? trace.refund_payment_id : null
  const state = trace.found === "done" ? ("done" as const) : ("refused" as const)
  await ledger.updateMoneyRequests({ id, state, refund_payment_id })
  if (trace.found === "unclear") throw somethingElse()
  if (refund_payment_id) claimed.add(refund_payment_id)
  return trace.found === "done"
}

/**
 * Whether the request may still be carried out: the call itself may take as long as the client
 * waits, and what secuconnect does with it so long again.
 */
async function mayBeUnderWay(
  { ledger }: ProviderDeps,
  { created_at }: MoneyRequestRow,
): Promise<boolean> {
  const { timeoutMs } = await ledger.getSettings()
  return Date.now() - created_at.getTime() < 2 * timeoutMs
}

async function readOrFail<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    throw moneyRequestFailed("the refund", error)
  }
}

/** Another refund of the same payment is on its way: two at once could not be told apart. */
export function beingSent() {
  return notAllowed(
    "secuconnect: another refund of this payment is being sent. Try again in a minute.",
    "secuconnect_money_request_failed",
  )
}

function somethingElse() {
  return notAllowed(
    "secuconnect: the answer to an earlier refund got lost, and more has been taken off the " +
      "payment since than it asked for. Compare the order's refunds with secuOffice, then ask " +
      "again for what is still missing.",
    "secuconnect_money_request_failed",
  )
}
