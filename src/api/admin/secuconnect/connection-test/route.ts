import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { testConnection } from "../../../../workflows/merchant"

/** Tries everything that a payment needs. Always 200: what is wrong stands in the checks. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ checks: await testConnection(req.scope) })
}
