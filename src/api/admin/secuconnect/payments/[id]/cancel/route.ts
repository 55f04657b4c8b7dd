import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentResponse } from "../../../../../../http-types"
import { cancelTransferWorkflow } from "../../../../../../workflows"
import type { Reply } from "../../../../../reply"
import { actOn } from "../../../act-on"

/** Gives up what is only promised, see `cancelTransferWorkflow`. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  await actOn(req, res, {
    action: "cancel",
    what: "the cancellation",
    act: ({ id }) => cancelTransferWorkflow(req.scope).run({ input: { checkout_id: id } }),
  })
}
