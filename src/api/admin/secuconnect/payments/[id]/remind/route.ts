import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentResponse } from "../../../../../../http-types"
import { remindCustomerWorkflow } from "../../../../../../workflows"
import type { Reply } from "../../../../../reply"
import { actOn } from "../../../act-on"

/** Reminds the customer of the transfer: by the event, and by mail where the shop sends one. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  await actOn(req, res, {
    action: "remind",
    what: "the reminder",
    act: ({ id }) => remindCustomerWorkflow(req.scope).run({ input: { checkout_id: id } }),
  })
}
