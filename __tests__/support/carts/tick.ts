import type { Shop } from "../shop"
import { runWorkflow } from "./admin"

/** One tick of a clock that stands: everything that is due is looked at, and it stands again. */
export async function tick(shop: Shop): Promise<void> {
  await shop.clock.run()
  await runWorkflow(shop, "secuconnect-run-schedule")
  await shop.clock.stop()
}
