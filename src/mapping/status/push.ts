import { z } from "zod"

const entry = z.object({ object: z.string(), id: z.string().min(1).max(100) })
const push = z.object({ data: z.array(entry).max(100) })

/**
 * The payments that a push names. A hint and no more: status and amount are read from secuconnect.
 *
 * @returns an empty list for anything that is not a push about payments
 * @see https://developer.secuconnect.com/integration/Push_Notifications_for_Payments.html
 */
export function pushedPaymentIds(body: unknown): string[] {
  const parsed = push.safeParse(body)
  if (!parsed.success) return []
  return parsed.data.data
    .filter((named) => named.object === "payment.transactions")
    .map((named) => named.id)
}
