import type { Router } from "express"
import { methods } from "../machine/methods"
import { contractedMethods } from "../machine/offered-methods"
import type { Sandbox } from "../sandbox"
import { availableMethodsRequestSchema } from "../schemas/payment"
import { ApiError } from "./api-error"
import { authorized } from "./authorized"
import { endpoint } from "./endpoint"
import { parseBody } from "./parse-body"

/** `getAvailablePaymentMethods`: what is contracted, in that call's own spelling. */
export function addContractRoutes(api: Router, sandbox: Sandbox): void {
  api.post(
    "/General/Contracts/:id/getAvailablePaymentMethods",
    endpoint(
      sandbox,
      authorized(sandbox, ({ id, body }) => {
        if (id !== sandbox.config.contractId) {
          throw new ApiError("unknown_contract", `unknown contract ${id}`)
        }
        const { currency } = parseBody(availableMethodsRequestSchema, body)
        if (!sandbox.config.currencies.includes(currency)) return []
        return contractedMethods(sandbox.settings, currency).flatMap(
          (method) => methods[method].availableAs,
        )
      }),
    ),
  )
}
