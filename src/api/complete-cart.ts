import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { beforeCompletion } from "../workflows/prepare"
import { idOf } from "./id-of"

/** Before the core's route that completes a cart. Carts that no payment of ours was started for pass. */
export async function completeOnlyWhatIsWhole(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  await beforeCompletion(req.scope, idOf(req.params["id"]))
  next()
}
