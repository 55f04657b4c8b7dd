import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelTransferWorkflow } from "../../../../../../workflows"
import { actOn } from "../../../act-on"

/** Gives up a transfer that the order waits for. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await actOn(req, res, {
    action: "cancel",
    what: "the cancellation",
    act: ({ id }) => cancelTransferWorkflow(req.scope).run({ input: { checkout_id: id } }),
  })
}
