import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { remindCustomer } from "../../../../../../workflows/merchant/remind-customer"
import { actOn } from "../../../act-on"

/** Reminds the buyer of the transfer: by the event, and by mail where the shop sends one. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await actOn(req, res, {
    action: "remind",
    what: "the reminder",
    act: ({ id }) => remindCustomer(req.scope, { checkout_id: id }),
  })
}
