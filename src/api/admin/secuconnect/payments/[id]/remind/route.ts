import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { remindCustomerWorkflow } from "../../../../../../workflows"
import { actOn } from "../../../act-on"

/** Reminds the buyer of the transfer: by the event, and by mail where the shop sends one. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await actOn(req, res, {
    action: "remind",
    what: "the reminder",
    act: ({ id }) => remindCustomerWorkflow(req.scope).run({ input: { checkout_id: id } }),
  })
}
