import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminPaymentResponse, AdminReportDelivery } from "../../../../../../http-types"
import { notAllowed } from "../../../../../../mapping/words/errors"
import type { UnsentItem } from "../../../../../../mapping/words/payments"
import { readUnsent } from "../../../../../../medusa/read-delivery"
import { reportDeliveryWorkflow } from "../../../../../../workflows"
import type { Reply } from "../../../../../reply"
import { actOn } from "../../../act-on"

/**
 * Tells secuconnect what has left the shop, also what it has refused before. An invoice of which something is
 * still to be sent becomes due by this only if the merchant says that nothing more will be.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminReportDelivery>,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  const { is_complete = false } = req.validatedBody
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await actOn(req, res, {
    action: "report_delivery",
    what: "the report of the delivery",
    act: async (checkout) => {
      const input = { order_id: checkout.order_id ?? "", source: "admin" as const, is_complete }
      const { result: reports } = await reportDeliveryWorkflow(req.scope).run({ input })
      const untold = reports.find((report) => report.state !== "done")
      if (untold) throw refusal(untold.problem ?? "secuconnect has not taken it yet")
      if (reports.length === 0) throw refusal("nothing of this order has left the shop yet")
      const own = reports.filter(({ checkout_id }) => checkout_id === checkout.id)
      const unsent = await readUnsent(query, checkout, own)
      if (unsent.length > 0) throw incomplete(unsent)
    },
  })
}

function refusal(why: string) {
  return notAllowed(`${why}.`, "secuconnect_action_failed")
}

function incomplete(unsent: UnsentItem[]) {
  const items = unsent.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")
  return refusal(
    `not sent yet: ${items}. The invoice becomes due with the last shipment: send the rest, or report ` +
      "the shipment as complete (is_complete) if nothing more will be sent",
  )
}
