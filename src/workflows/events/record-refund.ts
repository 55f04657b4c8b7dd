import { z } from "zod"
import { toMajorUnits, toMinorUnits } from "../../mapping/words/currency"
import { pickLanguage } from "../../mapping/words/language"
import { amount } from "../../mapping/words/rows"
import type { CheckoutRow, EventSource } from "../../modules/secuconnect/types"
import type { Deps } from "../deps"
import { recordEvent } from "./record-event"

const NAME = "secuconnect.refund_made"

const toldSchema = z.object({ refunded_total: amount })

/**
 * Tells what has gone back to the customer since it was last told, whoever made the refund. Several
 * refunds between two syncs are told as one.
 *
 * @param found `refunded`: in all, minor units
 */
export async function recordRefund(
  { ledger }: Pick<Deps, "ledger">,
  checkout: CheckoutRow,
  { refunded, source }: { refunded: number; source: EventSource },
): Promise<void> {
  const told = await ledger.listCheckoutEvents({ checkout_id: checkout.id, event_name: NAME })
  const totals = told.flatMap(({ payload }) => {
    const { success, data } = toldSchema.safeParse(payload)
    return success ? [toMinorUnits(data.refunded_total, checkout)] : []
  })
  const before = Math.max(0, ...totals)
  if (refunded <= before) return
  const payload = {
    refunded_amount: toMajorUnits(refunded - before, checkout),
    refunded_total: toMajorUnits(refunded, checkout),
    language: pickLanguage({ locales: [checkout.language] }),
  }
  await recordEvent({ ledger }, checkout, {
    ...{ name: NAME, source, distinct: String(refunded), payload },
  })
}
