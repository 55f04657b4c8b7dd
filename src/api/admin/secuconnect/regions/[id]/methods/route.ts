import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { notAllowed } from "../../../../../../mapping/words/errors"
import { withRegionLock } from "../../../../../../workflows/merchant"
import { readRegion, type FoundRegion } from "../../../read-region"

const bodySchema = z.strictObject({ provider_id: z.string(), enabled: z.boolean() })

type Switch = z.output<typeof bodySchema>

/** Our payment methods, and which of them buyers in this region can choose. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  answer(res, await readRegion(req))
}

/** Switches a method on or off: `{ provider_id, enabled }`. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = bodySchema.safeParse(req.body)
  if (!body.success) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, z.prettifyError(body.error))
  }
  const id = req.params["id"] ?? ""
  await withRegionLock({ container: req.scope }, id, () => flip(req, body.data))
  answer(res, await readRegion(req))
}

async function flip(req: AuthenticatedMedusaRequest, { provider_id, enabled }: Switch) {
  const { id, providers, methods } = await readRegion(req)
  const method = methods.find((known) => known.provider_id === provider_id)
  if (!method) {
    const message = `${provider_id} is no payment method of secuconnect in this shop.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  if (enabled && method.obstacle) {
    const message = `${method.method} cannot be switched on: your contract does not offer it here.`
    throw notAllowed(message, "secuconnect_action_not_possible")
  }
  const others = providers.filter((known) => known !== provider_id)
  const payment_providers = enabled ? [...others, provider_id] : others
  await updateRegionsWorkflow(req.scope).run({
    input: { selector: { id }, update: { payment_providers } },
  })
}

function answer(res: MedusaResponse, { currency_code, methods, problem }: FoundRegion): void {
  res.set("Cache-Control", "no-store")
  res.json({ currency_code, methods, problem })
}
