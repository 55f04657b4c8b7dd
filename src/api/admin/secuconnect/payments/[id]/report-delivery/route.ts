import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminPaymentResponse } from "../../../../../../http-types"
import { notAllowed } from "../../../../../../mapping/words/errors"
import { reportDeliveryWorkflow } from "../../../../../../workflows"
import type { Reply } from "../../../../../reply"
import { actOn } from "../../../act-on"

/** Tells secuconnect what has left the shop, also what it has refused before. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminPaymentResponse>,
): Promise<void> {
  await actOn(req, res, {
    action: "report_delivery",
    what: "the report of the delivery",
    act: async (checkout) => {
      const input = { order_id: checkout.order_id ?? "", source: "admin" as const }
      const { result: reports } = await reportDeliveryWorkflow(req.scope).run({ input })
      const untold = reports.find((report) => report.state !== "done")
      if (untold) throw refusal(untold.problem ?? "secuconnect has not taken it yet")
      if (reports.length === 0) throw refusal("nothing of this order has left the shop yet")
    },
  })
}

function refusal(why: string) {
  return notAllowed(`${why}.`, "secuconnect_action_failed")
}
