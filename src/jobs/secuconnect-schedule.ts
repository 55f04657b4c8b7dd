import type { MedusaContainer } from "@medusajs/framework/types"
import { runClockWorkflow } from "../workflows/sync/run-schedule"
import { sendDueDeliveryReports } from "../workflows/delivery/send-due-delivery-reports"

/** Looks every minute for checkouts that are due. */
export default async function secuconnectClock(container: MedusaContainer): Promise<void> {
  await runClockWorkflow(container).run({ input: {} })
  await sendDueDeliveryReports(container)
}

export const config = { name: "secuconnect-clock", schedule: "* * * * *" }
