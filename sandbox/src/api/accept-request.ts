import type { Sandbox } from "../sandbox"
import { basketTotal, type Basket } from "../schemas/basket"
import {
  smartTransactionRequestSchema,
  type SmartTransactionRequest,
} from "../schemas/smart-transaction"
import { ApiError } from "./api-error"
import { findContainer, findCustomer } from "./find"
import { parseBody } from "./parse-body"

/**
 * Checks a Smart Transaction request, first its form, then against this contract.
 * @throws ApiError
 */
export function acceptRequest(sandbox: Sandbox, body: unknown): SmartTransactionRequest {
  const request = parseBody(smartTransactionRequestSchema, body)
  assertContract(sandbox, request)
  assertDemo(sandbox, request)
  if (request.basket) assertBasket(sandbox, request.basket, request.basket_info.sum)
  return withStoredObjects(sandbox, request)
}

/** @throws ApiError when a customer or container is named that is not stored */
function withStoredObjects(
  sandbox: Sandbox,
  request: SmartTransactionRequest,
): SmartTransactionRequest {
  const { customer, container } = request
  if (container && "id" in container) findContainer(sandbox, container.id)
  if (customer.id === undefined || customer.contact) return request
  const { id, contact } = findCustomer(sandbox, customer.id)
  return { ...request, customer: { id, contact } }
}

/** @throws ApiError for a demo transaction that can be paid with nothing that takes one */
function assertDemo({ settings }: Sandbox, request: SmartTransactionRequest): void {
  if (!request.is_demo || settings.demo === "allowed") return
  const asked = request.payment_context.payment_methods
  const isCard = asked?.every((method) => method === "creditcard") ?? false
  if (settings.demo === "no_cards" && !isCard) return
  throw new ApiError("wrong_state", "is_demo: no demo transaction mode, but only sandbox and live")
}

function assertContract({ config }: Sandbox, request: SmartTransactionRequest): void {
  if (request.contract && request.contract.id !== config.contractId) {
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

function assertBasket({ settings }: Sandbox, { products }: Basket, sum: number): void {
  const bound = products.find(
    ({ item_type: type }) =>
      type === "subscription" ||
      (!settings.mixedBasket && (type === "sub_transaction" || type === "stakeholder_payment")),
  )
  if (bound) {
    throw new ApiError(
      "wrong_state",
      `item_type ${bound.item_type} is not enabled for the contract`,
    )
  }
  assertTotal("basket_info.sum", sum, basketTotal(products))
  products.forEach(({ sub_basket, sum: part }, index) => {
    if (!sub_basket) return
    assertTotal(`basket.products.${index}.sum`, part ?? 0, basketTotal(sub_basket))
  })
}

function assertTotal(field: string, sum: number, total: number): void {
  if (sum === total) return
  throw new ApiError("format", `${field}: ${sum} differs from the basket total ${total}`)
}
