import { Modules } from "@medusajs/framework/utils"
import {
  findDanglingEntries,
  danglingBefore,
  type DanglingEntries,
} from "../../mapping/books/dangling-entries"
import { readOwnPayment } from "../../medusa/read-payments"
import type { CheckoutRow } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"

/**
 * Takes back what a server that died has left dangling. The core writes a capture or refund before
 * it asks us: without the work at secuconnect such a row claims money that never moved, and stands in
 * the way of the next try.
 */
export async function removeDanglingEntries(deps: Deps, checkout: CheckoutRow): Promise<void> {
  const { captures, refunds } = await readDangling(deps, checkout)
  if (captures.length + refunds.length === 0) return
  const payments = deps.container.resolve(Modules.PAYMENT)
  if (captures.length > 0) await payments.deleteCaptures(captures)
  if (refunds.length > 0) await payments.deleteRefunds(refunds)
  const ids = [...captures, ...refunds].join(", ")
  const { logger } = deps
  logger.warn(`secuconnect: ${checkout.reference}: dangling entries taken back: ${ids}.`)
  const event = { finding: "dangling_entry_removed" as const, detail: { ids } }
  await deps.ledger.note(checkout.id, "medusa", event)
}

async function readDangling(deps: Deps, checkout: CheckoutRow): Promise<DanglingEntries> {
  const { query } = deps
  const { id, effective_amount } = checkout
  const payment = await readOwnPayment(query, checkout)
  if (!payment) return { captures: [], refunds: [] }
  const { ledger } = deps
  const { captured_at, captures, refunds } = payment
  const { timeoutMs } = await ledger.getSettings()
  const requests = await ledger.listMoneyRequests({ checkout_id: id })
  return findDanglingEntries({
    captured: Boolean(captured_at),
    ...{ currency: checkout, captures, refunds, effective_amount },
    asked_for: requests.flatMap(({ state, medusa_id }) =>
      state !== "refused" && medusa_id ? [medusa_id] : [],
    ),
    before: danglingBefore(await ledger.now(), timeoutMs),
  })
}
