import { MedusaError } from "@medusajs/framework/utils"
import type { MoneyRequestRow } from "../../../modules/secuconnect/types"
import type { ProviderDeps } from "../deps"
import type { PaymentState } from "./read-payment-state"
import { beingSent } from "./resolve-lost-refunds"

/** One refund at one payment of secuconnect. Minor units. */
export interface Refund {
  checkout_id: string
  amount: number
  refund_id: string | null
  reason: string | undefined
  state: PaymentState
}

/**
 * Writes the request down before it is sent. The database takes one open refund of a checkout at a
 * time, and what was read before must still be true, so of two at the same moment one is sent.
 *
 * @param known the checkout's requests as they were before secuconnect was read
 * @throws MedusaError when another refund was faster
 */
export async function openRefundRequest(
  deps: ProviderDeps,
  refund: Refund,
  known: MoneyRequestRow[],
): Promise<MoneyRequestRow> {
  const { ledger } = deps
  const { checkout_id } = refund
  const request = await createOrFail(deps, refund)
  const now = await ledger.listMoneyRequests({ checkout_id })
  const isNews = ({ id, kind, state }: MoneyRequestRow) =>
    kind !== "external_refund" && !known.some((row) => row.id === id && row.state === state)
  if (!now.some((row) => row.id !== request.id && isNews(row))) return request
  await ledger.updateMoneyRequests({ id: request.id, state: "refused" })
  throw beingSent()
}

async function createOrFail({ ledger }: ProviderDeps, refund: Refund): Promise<MoneyRequestRow> {
  const { checkout_id, amount, refund_id, reason, state } = refund
  try {
    return await ledger.createMoneyRequests({
      checkout_id,
      kind: "refund",
      target_id: state.target_id,
      amount,
      amount_before: state.effective,
      refunds_before: state.refund_ids,
      medusa_id: refund_id,
      reason: reason ?? null,
    })
  } catch (error) {
    throw isDuplicate(error) ? beingSent() : error
  }
}

/** What Medusa makes of a violated unique index. */
function isDuplicate(error: unknown): boolean {
  return (
    error instanceof MedusaError &&
    error.type === MedusaError.Types.INVALID_DATA &&
    error.message.includes("already exists")
  )
}
