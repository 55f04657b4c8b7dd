import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminMailedPaymentLinkResponse } from "../../../../../../../http-types"
import { sendPaymentLink } from "../../../../../../../workflows/payment-links"
import { idOf } from "../../../../../../id-of"
import type { Reply } from "../../../../../../reply"

/** Makes a link and mails it to the order's customer; two clicks send one. It ends the earlier ones. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminMailedPaymentLinkResponse>,
): Promise<void> {
  const wish = { order_id: idOf(req.params["id"]), made_by: req.auth_context.actor_id }
  res.json({ outcome: await sendPaymentLink(req.scope, wish) })
}
