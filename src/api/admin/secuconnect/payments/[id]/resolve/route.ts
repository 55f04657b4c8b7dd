import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { resolveOrphanWorkflow } from "../../../../../../workflows"
import { actOn } from "../../../act-on"

const bodySchema = z.strictObject({ resolution: z.enum(["refund", "keep", "complete"]) })

/** A person decides about money that has no order: `{ resolution: "refund" | "keep" | "complete" }`. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = bodySchema.safeParse(req.body)
  if (!body.success) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, z.prettifyError(body.error))
  }
  const { resolution } = body.data
  await actOn(req, res, {
    action: resolution,
    what: "the decision",
    act: ({ id }) =>
      resolveOrphanWorkflow(req.scope).run({ input: { checkout_id: id, resolution } }),
  })
}
