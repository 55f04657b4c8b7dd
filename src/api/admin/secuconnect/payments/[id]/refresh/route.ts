import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentResponse } from "../../../../../../http-types"
import { syncCheckoutWorkflow } from "../../../../../../workflows"
import type { Reply } from "../../../../../reply"
import { actOn } from "../../../act-on"

/** Refreshes the payment from secuconnect now, and does what follows. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  await actOn(req, res, {
    action: "refresh",
    what: "the status refresh",
    act: ({ id }) =>
      syncCheckoutWorkflow(req.scope).run({ input: { checkout_id: id, source: "admin" } }),
  })
}
