import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelTransfer } from "../../../../../../workflows/merchant/cancel-transfer"
import { actOn } from "../../../act-on"

/** Gives up a transfer that the order waits for. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await actOn(req, res, {
    action: "cancel",
    what: "the cancellation",
    act: ({ id }) => cancelTransfer(req.scope, { checkout_id: id }),
  })
}
