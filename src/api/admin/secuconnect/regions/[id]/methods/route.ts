import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import type {
  AdminRegionMethodsResponse,
  AdminSwitchRegionMethod,
} from "../../../../../../http-types"
import { currencyProblem, describeCurrencyProblem } from "../../../../../../mapping/words/currency"
import { notAllowed } from "../../../../../../mapping/words/errors"
import { withRegionLock } from "../../../../../../workflows/merchant"
import type { Reply } from "../../../../../reply"
import { readRegion, type FoundRegion } from "../../../read-region"

/** Our payment methods, and which of them customers in this region can choose. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: Reply<AdminRegionMethodsResponse>,
): Promise<void> {
  answer(res, await readRegion(req))
}

type SwitchRequest = AuthenticatedMedusaRequest<AdminSwitchRegionMethod>

/** Switches a method on or off. */
export async function POST(
  req: SwitchRequest,
  res: Reply<AdminRegionMethodsResponse>,
): Promise<void> {
  const id = req.params["id"] ?? ""
  await withRegionLock({ container: req.scope }, id, () => flip(req))
  answer(res, await readRegion(req))
}

async function flip(req: SwitchRequest): Promise<void> {
  const { provider_id, enabled } = req.validatedBody
  const { id, providers, methods, currency_code } = await readRegion(req)
  const method = methods.find((known) => known.provider_id === provider_id)
  if (!method) {
    const message = `${provider_id} is no payment method of secuconnect in this shop.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  if (enabled && method.obstacle) {
    const problem = currencyProblem(currency_code)
    const why = problem
      ? describeCurrencyProblem(currency_code, problem)
      : "your contract does not offer it here."
    const message = `${method.method} cannot be switched on: ${why}`
    throw notAllowed(message, "secuconnect_action_not_possible")
  }
  const others = providers.filter((known) => known !== provider_id)
  const payment_providers = enabled ? [...others, provider_id] : others
  await updateRegionsWorkflow(req.scope).run({
    input: { selector: { id }, update: { payment_providers } },
  })
}

function answer(
  res: Reply<AdminRegionMethodsResponse>,
  { currency_code, methods, problem }: FoundRegion,
): void {
  res.json({ currency_code, methods, problem })
}
