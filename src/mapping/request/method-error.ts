import type { MethodObstacle } from "./method-limits"
import type { Method } from "../methods/methods"

const CAUSES: Record<MethodObstacle | "method_not_offered", string> = {
  method_currency: "it cannot be used with this currency",
  method_amount: "the amount is outside of its limits",
  method_company: "it is for consumers only, and the customer is a company",
  method_address: "it needs the customer's name, e-mail and full address",
  method_articles:
    "it needs every article as a line; check the setting basket, and that the whole cart is paid",
  method_not_offered:
    "secuconnect offers no page for it. Check in secuOffice which payment methods the contract has for this currency",
}

/** A payment that cannot be made with the one method that the shopper has chosen. */
export class SecuconnectMethodError extends Error {
  readonly code: MethodObstacle | "method_not_offered"

  constructor(method: Method, code: MethodObstacle | "method_not_offered") {
    super(`${method}: ${CAUSES[code]}.`)
    this.name = "SecuconnectMethodError"
    this.code = code
  }
}
