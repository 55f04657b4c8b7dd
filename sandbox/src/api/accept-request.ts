import type { Sandbox } from "../sandbox"
import { basketTotal, contractBoundItemTypes } from "../schemas/basket"
import {
  smartTransactionRequestSchema,
  type SmartTransactionRequest,
} from "../schemas/smart-transaction"
import { ApiError } from "./api-error"
import { parseBody } from "./parse-body"

/**
 * Checks a Smart Transaction request, first its form, then against this contract.
 * @throws ApiError
 */
export function acceptRequest(sandbox: Sandbox, body: unknown): SmartTransactionRequest {
  const request = parseBody(smartTransactionRequestSchema, body)
  assertContract(sandbox, request)
  assertBasket(request)
  return request
}

function assertContract({ config }: Sandbox, request: SmartTransactionRequest): void {
  if (request.contract.id !== config.contractId) {
    throw new ApiError("unknown_contract", `contract.id: unknown contract ${request.contract.id}`)
  }
  const template = request.application_context.checkout_template
  if (template !== undefined && !config.templateIds.includes(template)) {
    throw new ApiError("format", `application_context.checkout_template: unknown ${template}`)
  }
  const { currency } = request.basket_info
  if (!config.currencies.includes(currency)) {
    throw new ApiError("format", `basket_info.currency: the contract does not offer ${currency}`)
  }
}

function assertBasket({ basket, basket_info }: SmartTransactionRequest): void {
  if (!basket) return
  const bound = basket.products.find((line) => contractBoundItemTypes.includes(line.item_type))
  if (bound) {
    throw new ApiError(
      "wrong_state",
      `item_type ${bound.item_type} is not enabled for the contract`,
    )
  }
  const total = basketTotal(basket)
  if (total !== basket_info.sum) {
    throw new ApiError(
      "format",
      `basket_info.sum: ${basket_info.sum} differs from the basket total ${total}`,
    )
  }
}
