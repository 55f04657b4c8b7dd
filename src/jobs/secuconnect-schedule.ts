import type { MedusaContainer } from "@medusajs/framework/types"
import { runScheduleWorkflow } from "../workflows/sync"

/** Looks every minute for checkouts that are due. */
export default async function secuconnectSchedule(container: MedusaContainer): Promise<void> {
  await runScheduleWorkflow(container).run({ input: {} })
}

export const config = { name: "secuconnect-schedule", schedule: "* * * * *" }
