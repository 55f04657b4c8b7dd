import type { MedusaContainer } from "@medusajs/framework/types"
import { remindOfLinksWorkflow } from "../workflows/payment-links"

/** Looks every minute for payment links to be reminded of; apart from what money waits for. */
export default async function secuconnectLinkReminders(container: MedusaContainer): Promise<void> {
  await remindOfLinksWorkflow(container).run({ input: {} })
}

export const config = { name: "secuconnect-link-reminders", schedule: "* * * * *" }
