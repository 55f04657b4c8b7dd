import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { date } from "../../mapping/words/rows"
import type { Deps } from "../deps"
import { LINK_TRIGGER } from "./mail-link"

const mailsSchema = z.array(
  z.object({ trigger_type: z.string().nullish(), status: z.string(), created_at: date }),
)

const MINUTE_MS = 60_000

/** Whether the customer of an order was mailed a link within the last minute. */
export async function wasSentLately(
  { container }: Deps,
  resource_id: string,
  now: Date,
): Promise<boolean> {
  const mails = await container.resolve(Modules.NOTIFICATION).listNotifications({ resource_id })
  return mailsSchema.parse(mails).some(({ trigger_type, status, created_at }) => {
    const isLate = created_at.getTime() > now.getTime() - MINUTE_MS
    return isLate && trigger_type === LINK_TRIGGER && status !== "failure"
  })
}
