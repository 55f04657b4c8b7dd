import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { AdminConnectionTestResponse } from "../../../../http-types"
import { testConnection } from "../../../../workflows/merchant"
import type { Reply } from "../../../reply"

/** Tries everything that a payment needs. Always 200: what is wrong stands in the checks. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminConnectionTestResponse>,
): Promise<void> {
  res.json({ checks: await testConnection(req.scope) })
}
