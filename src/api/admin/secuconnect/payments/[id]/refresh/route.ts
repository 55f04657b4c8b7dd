import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { syncCheckout } from "../../../../../../workflows/sync/sync-checkout"
import { actOn } from "../../../act-on"

/** Looks at secuconnect now, and does what follows from it. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await actOn(req, res, {
    action: "refresh",
    what: "the look",
    act: ({ id }) => syncCheckout(req.scope, { checkout_id: id, source: "admin" }),
  })
}
