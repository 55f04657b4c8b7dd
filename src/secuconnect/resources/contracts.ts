import type { Call, CallOptions } from "../communication/call"
import { list, text } from "../data/lenient"
import { normalizePaymentMethod } from "../data/payment-method"

export interface AvailablePaymentMethodsRequest {
  currency: string
  is_demo: boolean
}

export interface Contracts {
  /** Payment methods of a contract, spelled as in requests: `creditcard`, `prepaid`. */
  availablePaymentMethods(
    contractId: string,
    request: AvailablePaymentMethodsRequest,
    options?: CallOptions,
  ): Promise<string[]>
}

const AVAILABLE_PAYMENT_METHODS = {
  method: "POST",
  path: "/General/Contracts/{id}/getAvailablePaymentMethods",
  reply: list(text.transform(normalizePaymentMethod)),
} as const

export function createContracts(call: Call): Contracts {
  return {
    availablePaymentMethods: (contractId, request, options) =>
      call(AVAILABLE_PAYMENT_METHODS, { id: contractId, body: request, options }),
  }
}
