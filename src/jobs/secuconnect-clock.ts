import type { MedusaContainer } from "@medusajs/framework/types"
import { runClockWorkflow } from "../workflows/run-clock"

/** Looks every minute for checkouts that are due. */
export default async function secuconnectClock(container: MedusaContainer): Promise<void> {
  await runClockWorkflow(container).run({ input: {} })
}

export const config = { name: "secuconnect-clock", schedule: "* * * * *" }
