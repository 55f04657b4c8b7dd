import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { syncCheckoutWorkflow } from "../../../../../../workflows"
import { actOn } from "../../../act-on"

/** Looks at secuconnect now, and does what follows from it. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await actOn(req, res, {
    action: "refresh",
    what: "the look",
    act: ({ id }) =>
      syncCheckoutWorkflow(req.scope).run({ input: { checkout_id: id, source: "admin" } }),
  })
}
