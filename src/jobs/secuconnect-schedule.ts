import type { MedusaContainer } from "@medusajs/framework/types"
import { runScheduleWorkflow } from "../workflows/sync/run-schedule"
import { sendDueDeliveryReports } from "../workflows/delivery/send-due-delivery-reports"

/** Looks every minute for checkouts that are due. */
export default async function secuconnectSchedule(container: MedusaContainer): Promise<void> {
  await runScheduleWorkflow(container).run({ input: {} })
  await sendDueDeliveryReports(container)
}

export const config = { name: "secuconnect-schedule", schedule: "* * * * *" }
