import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentResponse, AdminResolvePayment } from "../../../../../../http-types"
import { resolveOrphanWorkflow } from "../../../../../../workflows"
import type { Reply } from "../../../../../reply"
import { actOn } from "../../../act-on"

/** A person decides about a payment that has no order. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminResolvePayment>,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  const { resolution } = req.validatedBody
  await actOn(req, res, {
    action: resolution,
    what: "the decision",
    act: ({ id }) =>
      resolveOrphanWorkflow(req.scope).run({ input: { checkout_id: id, resolution } }),
  })
}
