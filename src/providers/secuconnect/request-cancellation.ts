import { z } from "zod"
import { causeOf } from "../../mapping/words/errors"
import type { PaymentCradle } from "./deps"

const sessionData = z.object({ session_id: z.string().min(1) })

/**
 * Marks the session's Smart Transactions to be cancelled, outside this request, once the session
 * is really gone.
 */
export async function requestCancellation(cradle: PaymentCradle, data: unknown): Promise<void> {
  try {
    const parsed = sessionData.safeParse(data)
    if (!parsed.success) return
    const ledger = cradle.secuconnect
    const payable = await ledger.listPayable(parsed.data.session_id)
    await ledger.requestCancellation(payable.map(({ id }) => id))
  } catch (error) {
    cradle.logger.error(`secuconnect: a deleted session could not be marked: ${causeOf(error)}`)
  }
}
