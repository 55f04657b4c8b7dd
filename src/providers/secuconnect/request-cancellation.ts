import { z } from "zod"
import { causeOf } from "../../mapping/errors"
import type { PaymentCradle } from "./deps"

const sessionData = z.object({ session_id: z.string().min(1) })

/**
 * Marks the session's Smart Transactions to be cancelled; the clock does it, outside this request,
 * once the session is really gone. The rows stay: a late payment must find them.
 */
export async function requestCancellation(cradle: PaymentCradle, data: unknown): Promise<void> {
  try {
    const parsed = sessionData.safeParse(data)
    if (!parsed.success) return
    const ledger = cradle.secuconnect
    const payable = await ledger.listPayable(parsed.data.session_id)
    const now = new Date()
    await ledger.updateCheckouts(
      payable.map(({ id }) => ({ id, cancel_requested_at: now, due_at: now })),
    )
  } catch (error) {
    cradle.logger.error(`secuconnect: a deleted session could not be marked: ${causeOf(error)}`)
  }
}
