import type { Texts } from "../language/de"

interface MethodText {
  name: string
  hint: string
}

/**
 * Names a payment provider. `pp_secuconnect_secuconnect` lets the shopper choose on secupay's page,
 * `pp_secuconnect-prepaid_secuconnect` and its like lead straight to one method.
 */
export function paymentMethodText(providerId: string, t: Texts): MethodText {
  const [, identifier = ""] = providerId.split("_")
  if (identifier === "secuconnect") return t.methods.general
  const texts = new Map<string, MethodText>(Object.entries(t.methods))
  return texts.get(identifier.replace("secuconnect-", "")) ?? { name: identifier, hint: "" }
}
